import assert from "node:assert/strict";
import * as l10n from "@vscode/l10n";
import chinese from "../../../../../l10n/bundle.l10n.zh-cn.json";
import { type NodeFacts } from "../../../../../src/fleet/nodes/nodeFacts";
import { nodeTooltip } from "../../../../../src/features/nodes/tooltip/nodeTooltip";
import { createFormat } from "../../../../../src/shared/format";
import { buildFacts } from "../../../../builders/facts";
import { buildBareStatus, buildPing } from "../../../../builders/status";
import { readTooltip } from "../../../../builders/tooltipRows";

const gib = 1024 ** 3;

function tooltip(facts: NodeFacts): string {
  const element = { serverId: "https://status.example.com", uuid: "a" };
  const serverTime = Date.UTC(2026, 0, 1);
  return nodeTooltip(element, facts, { format: createFormat("en"), age: 12_000, serverTime });
}

function read(facts: NodeFacts) {
  return readTooltip(tooltip(facts));
}

describe("nodeTooltip: readings that failed", () => {
  const groups = {
    cpu: "unavailable",
    memory: "stale",
    swap: "unsupported",
    disk: "timeout",
    gpu: "failed",
    networkRate: "disabled",
    networkTotal: "unknown",
    load: "partial",
    uptime: "invalid",
    processes: "not-supported",
    connections: "odd <b>",
  };

  it("have a reason in words", () => {
    const bare = buildBareStatus({ failed: groups });
    const { rows } = read(buildFacts({ cpuCores: 4, trafficLimit: gib }, { ...bare }));
    assert.deepEqual(rows.slice(0, 9), [
      ["CPU", "– unavailable 4 cores"],
      ["Memory", "– outdated, swap – not supported"],
      ["Disk", "– timed out"],
      ["GPU", "– reading failed"],
      ["Network", "– disabled"],
      ["Traffic", "– unknown"],
      ["Uptime", "– invalid value, load – incomplete"],
      ["Processes", "– not supported"],
      ["Connections", "– odd <b>"],
    ]);
  });

  it("have a Chinese reason if the word is known, else the server's word", () => {
    l10n.config({ contents: chinese });
    try {
      const { value } = read(buildFacts({}, { ...buildBareStatus({ failed: groups }) }));
      assert.match(value("CPU") ?? "", /^– 不可用/);
      assert.equal(value("连接数"), "– odd <b>");
    } finally {
      l10n.config({ contents: {} });
    }
  });

  it("leave what is known beside them", () => {
    const bare = buildBareStatus({ networkIn: 1024, totalUp: 2 * gib });
    const { value } = read(buildFacts({}, { ...bare }));
    assert.equal(value("Network"), "↓ 1 KiB/s ↑ –");
    assert.equal(value("Traffic"), "↓ – ↑ 2 GiB");
  });

  it("escape the server's word", () => {
    const text = tooltip(buildFacts({}, { failed: { processes: "[x](command:y)" } }));
    assert.doesNotMatch(text, /\[x\]\(command:y\)/);
  });
});

describe("nodeTooltip: GPUs", () => {
  const card = { name: "RTX 4090", usage: 71, memoryUsed: 12 * gib, memoryTotal: 24 * gib };
  const gpus = [
    { ...card, temperature: 66 },
    { ...card, usage: 0, name: undefined, memoryUsed: undefined, temperature: undefined },
  ];
  const lines = (facts: NodeFacts) => read(facts).rows.filter(([label]) => label.startsWith("GPU"));

  it("have a line each, with name, memory and temperature", () => {
    const facts = buildFacts({ gpuName: "Model" }, { gpu: 35.5, gpus });
    assert.deepEqual(lines(facts), [
      ["GPU 1", "71% RTX 4090, 12 of 24 GiB, 66 °C"],
      ["GPU 2", "0% Model, 24 GiB"],
    ]);
    assert.deepEqual(lines(buildFacts({}, { gpu: 71, gpus: gpus.slice(0, 1) })), [
      ["GPU", "71% RTX 4090, 12 of 24 GiB, 66 °C"],
    ]);
  });

  it("are named by their model where the server reports no values of GPUs", () => {
    assert.deepEqual(lines(buildFacts({ gpuName: "RTX 4090" })), [["GPU", "RTX 4090"]]);
    const failed = buildFacts({ gpuName: "RTX 4090" }, { failed: { gpu: "unknown" } });
    assert.deepEqual(lines(failed), [["GPU", "– unknown RTX 4090"]]);
  });

  it("without known values have only their name", () => {
    const bare = { usage: undefined, memoryUsed: 0, memoryTotal: undefined };
    const gpu = { ...bare, name: "Radeon", temperature: undefined };
    assert.deepEqual(lines(buildFacts({}, { gpus: [gpu] })), [["GPU", "Radeon"]]);
  });

  it("beyond the fourth are counted", () => {
    const many = new Array(6).fill({ ...card, temperature: 50 });
    const shown = lines(buildFacts({}, { gpu: 71, gpus: many }));
    assert.equal(shown.length, 4);
    assert.match(shown[3]?.[1] ?? "", /\(and 2 more\)$/);
  });

  it("over the threshold are in the warning color, the others not", () => {
    const troubles = [{ kind: "gpu", value: 71, limit: 70 } as const];
    const facts = { ...buildFacts({}, { gpu: 71, gpus }), troubles };
    assert.deepEqual(read(facts).warnings, ["71%"]);
  });
});

describe("nodeTooltip: pings", () => {
  const pings = (...ping: readonly ReturnType<typeof buildPing>[]) => {
    const { rows } = read(buildFacts({}, { ping }));
    return rows.slice(rows.findIndex(([label]) => label === "Ping"));
  };

  it("of one task are distinguished by family, protocol and role if there are several kinds", () => {
    const name = "Edge";
    const rows = pings(
      buildPing({ name, latest: 9, loss: 2, family: "ipv6", protocol: "tcp" }),
      buildPing({ name, latest: 8, loss: 1, family: "ipv4", protocol: "icmp", role: "reference" }),
    );
    assert.deepEqual(rows.slice(0, 2), [
      ["Ping", "Edge (IPv6, TCP) 9 ms, 2% lost"],
      ["", "Edge (IPv4, ICMP, reference) 8 ms, 1% lost"],
    ]);
    assert.deepEqual(pings(buildPing({ name, latest: 9, loss: 2, family: "ipv6" }))[0], [
      ...["Ping", "Edge 9 ms, 2% lost"],
    ]);
  });

  it("are unknown, not lost, if the server reports neither latency nor loss", () => {
    const none = { latest: undefined, average: undefined, loss: undefined };
    assert.deepEqual(pings(buildPing({ name: "Edge", ...none }))[0], ["Ping", "Edge – unknown"]);
    assert.deepEqual(pings(buildPing({ name: "Edge", latest: 7, loss: undefined }))[0], [
      ...["Ping", "Edge 7 ms"],
    ]);
  });
});
