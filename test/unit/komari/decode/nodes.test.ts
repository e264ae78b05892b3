import assert from "node:assert/strict";
import { decodeNodes } from "../../../../src/komari/decode/nodes";
import { RpcLocalError } from "../../../../src/rpc/errors";

const now = Date.UTC(2026, 10, 22);
const malformed = (error: unknown) => error instanceof RpcLocalError && error.code === "malformed";

function nodeOf(fields: Record<string, unknown>) {
  const [node] = decodeNodes({ "n-1": { uuid: "n-1", ...fields } }, now).nodes;
  assert.ok(node);
  return node;
}

describe("decodeNodes", () => {
  it("takes a map, a bare node and a list", () => {
    const client = { uuid: "n-1", name: "one" };
    for (const response of [{ "n-1": client }, client, [client]]) {
      const [node] = decodeNodes(response, now).nodes;
      assert.equal(node?.uuid, "n-1");
      assert.equal(node.name, "one");
    }
  });

  it("takes the uuid from the key where it is absent, and drops what has none", () => {
    const { nodes } = decodeNodes(
      { "n-1": { name: "one" }, "": { name: "x" }, "n-2": "junk" },
      now,
    );
    assert.deepEqual(
      nodes.map(({ uuid }) => uuid),
      ["n-1"],
    );
  });

  it("is privileged when tokens are seen, and keeps none of them", () => {
    const list = decodeNodes({ "n-1": { uuid: "n-1", token: "s3cret" } }, now);
    assert.equal(list.privileged, true);
    assert(!JSON.stringify(list).includes("s3cret"));
    assert.equal(decodeNodes({ "n-1": { token: "" } }, now).privileged, false);
  });

  it("is empty for no nodes", () => {
    assert.deepEqual(decodeNodes({}, now), { nodes: [], privileged: false });
    assert.deepEqual(decodeNodes([], now), { nodes: [], privileged: false });
  });

  it("is malformed for anything else", () => {
    for (const response of [null, "<html>", 5, true, ["x"], { status: "error", message: "no" }]) {
      assert.throws(() => decodeNodes(response, now), malformed);
    }
  });
});

describe("a node", () => {
  it("is all unknown when nothing is reported", () => {
    const node = nodeOf({
      name: "",
      group: "  ",
      os: "",
      mem_total: 0,
      swap_total: 0,
      cpu_cores: 0,
    });
    assert.equal(node.name, "");
    assert.equal(node.group, undefined);
    assert.equal(node.os, undefined);
    assert.equal(node.memoryTotal, undefined);
    assert.equal(node.swapTotal, undefined);
    assert.equal(node.cpuCores, undefined);
    assert.equal(node.weight, 0);
    assert.equal(node.trafficLimitType, "max");
    assert.deepEqual(node.tags, []);
  });

  it("without swap has 0 of it", () => {
    assert.equal(nodeOf({ mem_total: 8, swap_total: 0 }).swapTotal, 0);
    assert.equal(nodeOf({ mem_total: 8, swap_total: 4 }).swapTotal, 4);
  });

  it("shows its names on one line and of bounded length, and keeps its big numbers", () => {
    const node = nodeOf({ group: "  Edge  ", traffic_limit: 2 ** 60, weight: -5, hidden: true });
    assert.equal(node.group, "Edge");
    const name = nodeOf({ name: `a\nb${"\u200b".repeat(200_000)}` }).name;
    assert.match(name, /^a b\[U\+200B\].*…$/);
    assert.ok(name.length < 130);
    assert.equal(node.trafficLimit, 2 ** 60);
    assert.equal(node.weight, -5);
    assert.equal(node.hidden, true);
  });

  it("takes the agent's None for no GPU", () => {
    assert.equal(nodeOf({ gpu_name: "None" }).gpuName, undefined);
    assert.equal(nodeOf({ gpu_name: "RTX" }).gpuName, "RTX");
  });

  it("survives fields of any type", () => {
    const node = nodeOf({ name: 5, tags: {}, price: "x", expired_at: 9, weight: null });
    assert.equal(node.name, "");
    assert.equal(node.price, undefined);
    assert.equal(node.expiry, undefined);
  });
});
