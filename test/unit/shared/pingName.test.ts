import assert from "node:assert/strict";
import { type NamedPings, pingName, taskName } from "../../../src/shared/pingName";

const edge = { taskId: 1, name: "Edge" };

function names(...all: readonly NamedPings[]): readonly string[] {
  return all.map((pings) => pingName(pings, all));
}

describe("pingName", () => {
  it("is the task's name, or its number", () => {
    assert.deepEqual(names(edge, { taskId: 2, name: "" }), ["Edge", "#2"]);
    assert.equal(taskName(3, undefined), "#3");
    assert.equal(taskName(3, "  "), "#3");
  });

  it("says the kind of pings where a task has several", () => {
    const kinds = [
      { ...edge, family: "ipv4", protocol: "icmp", role: "primary" },
      { ...edge, family: "IPv6", protocol: "https", role: "secondary" },
      { ...edge, family: "onion", protocol: "quic", role: "relay" },
      { taskId: 2, name: "Other", family: "ipv6" },
      edge,
    ];
    assert.deepEqual(names(...kinds), [
      "Edge (IPv4, ICMP)",
      "Edge (IPv6, HTTPS, secondary)",
      "Edge (onion, quic, relay)",
      "Other",
      "Edge",
    ]);
  });
});
