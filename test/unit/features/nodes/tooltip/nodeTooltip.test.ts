import assert from "node:assert/strict";
import * as l10n from "@vscode/l10n";
import chinese from "../../../../../l10n/bundle.l10n.zh-cn.json";
import { type NodeFacts } from "../../../../../src/fleet/nodes/nodeFacts";
import { lossKey } from "../../../../../src/features/nodes/tooltip/lossCounts";
import { nodeTooltip } from "../../../../../src/features/nodes/tooltip/nodeTooltip";
import { type TooltipContext } from "../../../../../src/features/nodes/tooltip/tooltipRow";
import { createFormat } from "../../../../../src/shared/format";
import { buildFacts } from "../../../../builders/facts";
import { buildNode, buildSilentNode } from "../../../../builders/node";
import { buildBareStatus, buildPing } from "../../../../builders/status";
import { readTooltip } from "../../../../builders/tooltipRows";

const gib = 1024 ** 3;
const element = { serverId: "https://status.example.com", uuid: "a" };

function tooltip(facts: NodeFacts, context: Partial<TooltipContext> = {}): string {
  return nodeTooltip(element, facts, {
    format: createFormat("en"),
    age: 12_000,
    serverTime: Date.UTC(2026, 0, 1),
    ...context,
  });
}

function read(facts: NodeFacts, context: Partial<TooltipContext> = {}) {
  return readTooltip(tooltip(facts, context));
}

const full = buildFacts(
  {
    name: "web-01",
    tags: ["web", "nginx"],
    os: "Debian GNU/Linux 12",
    kernelVersion: "6.1.0",
    cpuCores: 4,
    cpuPhysicalCores: 2,
    gpuName: "RTX 4090",
    agentVersion: "1.1.40",
    remark: "rack 7",
    publicRemark: "hello",
    price: { kind: "paid", amount: 9.99, currency: "$", cycle: 30 },
    expiry: { kind: "longTerm" },
    createdAt: Date.UTC(2025, 0, 1),
    trafficLimit: 16 * gib,
    trafficLimitType: "sum",
  },
  {
    cpu: 33.9,
    gpu: 70,
    memory: 2 * gib,
    swap: gib,
    disk: 40 * gib,
    load: 0.52,
    load5: 0.4,
    load15: 1,
    temperature: 45.5,
    networkIn: 1.5 * 1024 ** 2,
    networkOut: 512 * 1024,
    totalUp: 3 * gib,
    totalDown: 5 * gib,
    uptimeSeconds: 30 * 86_400,
    ping: [
      buildPing({ taskId: 1, name: "Cloudflare", latest: 4, loss: 0.02 }),
      buildPing({ taskId: 2, name: "Tokyo", latest: 12, loss: 0.8 }),
      buildPing({ taskId: 3, name: "Quiet", latest: 80, loss: 0 }),
    ],
  },
);

const withoutGpu: NodeFacts = {
  ...full,
  node: { ...full.node, gpuName: undefined },
  status: full.status && { ...full.status, gpu: undefined },
};

describe("nodeTooltip: a node of which all is known", () => {
  const expected: readonly (readonly [string, string])[] = [
    ["CPU", "34% 4 cores (2 physical)"],
    ["Memory", "25% 2 of 8 GiB, swap 50%"],
    ["Disk", "40% 40 of 100 GiB"],
    ["GPU", "70% RTX 4090, 45.5 °C"],
    ["Network", "↓ 1.5 MiB/s ↑ 512 KiB/s"],
    ["Traffic", "8 of 16 GiB (50%), ↓ 5 GiB ↑ 3 GiB"],
    ["Ping", "Tokyo 12 ms, 0.8% lost (and 2 more)"],
    ["Uptime", "30 d, load 0.52 0.40 1.00"],
    ["Price", "$9.99 a month, long term, added Jan 1, 2025"],
    ["Tags", "web, nginx. Remark: rack 7, hello"],
    ["System", "Debian GNU/Linux 12, kernel 6.1.0, agent 1.1.40"],
  ];

  it("has twelve lines in the order of interest", () => {
    assert.deepEqual(read(full).rows, expected);
  });

  it("is headed by name, state, age and the three links", () => {
    const { title, links } = read(full);
    assert.equal(title, "**web-01** online, 12 s ago");
    assert.deepEqual(links, ["Charts", "Call Method", "Copy"]);
  });

  it("reads as Chinese in Chinese", () => {
    l10n.config({ contents: chinese });
    try {
      const { value } = read(full);
      assert.equal(value("内存"), "25% 2 / 8 GiB，交换 50%");
      assert.equal(value("延迟"), "Tokyo 12 ms，丢包 0.8%（还有 2 个）");
      assert.equal(value("价格"), "$9.99 / 月，长期，添加于 Jan 1, 2025");
    } finally {
      l10n.config({ contents: {} });
    }
  });

  it("has a second ping line where there is room, the worst task first", () => {
    const { rows } = read(withoutGpu);
    assert.deepEqual(rows.slice(5, 7), [
      ["Ping", "Tokyo 12 ms, 0.8% lost"],
      ["", "Cloudflare 4 ms, <0.1% lost (and 1 more)"],
    ]);
  });

  it("has no room for a second ping line where another one takes two, in any script", () => {
    const pingLines = (os: string) => {
      const node = { ...withoutGpu.node, os, kernelVersion: "6.1.0", agentVersion: "1.2.60" };
      const { rows } = read({ ...withoutGpu, node });
      return rows.filter(([label]) => label === "Ping" || label === "").length;
    };
    assert.equal(pingLines("Debian GNU/Linux 12 (bookworm) [x86]"), 2);
    assert.equal(pingLines("Debian GNU/Linux 12 (bookworm), a custom build"), 1);
    assert.equal(pingLines("统信服务器操作系统二〇企业版一〇六〇"), 2);
    assert.equal(pingLines("统信服务器操作系统二〇企业版一〇六〇，某人自己的构建"), 1);
  });
});

describe("nodeTooltip: what is unknown", () => {
  it("is left out of a node that never reported", () => {
    const silent = buildFacts(buildSilentNode({ name: "new" }), null);
    const { title, rows } = read(silent, { age: undefined });
    assert.equal(title, "**new** never reported");
    assert.deepEqual(rows, []);
  });

  it("is left out of a report that has nothing but the state", () => {
    const node = buildSilentNode({ name: "bare" });
    assert.deepEqual(
      read({ node, status: buildBareStatus(), presence: "online", troubles: [] }).rows,
      [],
    );
  });

  it("is not written as 0 where an agent knows neither use nor total", () => {
    const zeros = { memory: 0, memoryTotal: undefined, swap: 0, swapTotal: undefined };
    const unknown = { disk: 0, diskTotal: undefined };
    const node = { memoryTotal: undefined, swapTotal: undefined, diskTotal: undefined };
    const tooltip = read(buildFacts(node, { ...zeros, ...unknown }));
    assert.equal(tooltip.value("Memory"), undefined);
    assert.equal(tooltip.value("Disk"), undefined);
  });

  it("leaves what is known: an amount without a total, a ping without a response", () => {
    const report = { memory: 2 * gib, memoryTotal: undefined, swap: undefined };
    assert.equal(read(buildFacts({ memoryTotal: undefined }, report)).value("Memory"), "2 GiB");
    const ping = [buildPing({ taskId: 7, name: "", latest: undefined, loss: 100 })];
    assert.equal(read(buildFacts({}, { ping })).value("Ping"), "#7 no response, 100% lost");
  });

  it("says which pings a loss covers", () => {
    const ping = [buildPing({ taskId: 1, name: "Tokyo", latest: 12, loss: 5.6 })];
    const text = (context: Partial<TooltipContext>) =>
      read(buildFacts({}, { ping }), context).value("Ping");
    const counts = (loss: number, total = 720) => ({
      onePingPerMinute: true,
      losses: new Map([[lossKey({ taskId: 1 }), { loss, total }]]),
    });
    assert.equal(text({}), "Tokyo 12 ms, 5.6% lost");
    assert.equal(text({ onePingPerMinute: true }), "Tokyo 12 ms, 5.6% lost (one ping per minute)");
    assert.equal(text(counts(20)), "Tokyo 12 ms, 20% of 720 pings lost (5.6% of one per minute)");
    assert.equal(text(counts(5.61)), "Tokyo 12 ms, 5.6% of 720 pings lost");
    // Each is the last of its minute.
    assert.equal(text(counts(6.7, 60)), "Tokyo 12 ms, 6.7% of 60 pings lost");
    assert.equal(text(counts(0, 1)), "Tokyo 12 ms, 0% of 1 ping lost");
  });

  it("lists the task with the highest loss of all pings first", () => {
    const ping = [1, 2].map((taskId) =>
      buildPing({ taskId, name: `task ${taskId}`, latest: 12, loss: taskId }),
    );
    const losses = new Map([[lossKey({ taskId: 1 }), { loss: 9, total: 60 }]]);
    assert.match(read(buildFacts({}, { ping }), { losses }).value("Ping") ?? "", /^task 1 /);
  });

  it("has no swap where the machine has none", () => {
    const facts = buildFacts({ swapTotal: 0 }, { swap: 0, swapTotal: 0 });
    assert.equal(read(facts).value("Memory"), "25% 2 of 8 GiB");
  });
});

describe("nodeTooltip: when a node was added", () => {
  const createdAt = Date.UTC(2025, 0, 1);

  it("has a line of its own for a node without price and expiry", () => {
    assert.equal(read(buildFacts({ createdAt })).value("Added"), "Jan 1, 2025");
  });

  it("follows the expiry of a node without a price", () => {
    const { value } = read(buildFacts({ createdAt, expiry: { kind: "longTerm" } }));
    assert.deepEqual(
      [value("Expiry"), value("Added")],
      ["long term, added Jan 1, 2025", undefined],
    );
  });
});

describe("nodeTooltip: an offline node", () => {
  it("keeps only what still holds and shows when it last reported", () => {
    const offline: NodeFacts = { ...withoutGpu, presence: "offline" };
    const { title, rows } = read(offline, { age: 5 * 86_400_000 });
    assert.equal(title, "**web-01** offline, last report 5 d ago");
    assert.deepEqual(
      rows.map(([label]) => label),
      ["Disk", "Traffic", "Price", "Tags", "System"],
    );
  });
});

describe("nodeTooltip: trouble", () => {
  it("is in the warning color, the value itself and nothing else", () => {
    const { warnings } = read({
      ...withoutGpu,
      troubles: [
        { kind: "disk", value: 40, limit: 30 },
        { kind: "quota", value: 50, limit: 40 },
        { kind: "loss", value: 0.8, limit: 0.5 },
      ],
    });
    assert.deepEqual(warnings, ["40%", "(50%)", "0.8% lost"]);
  });

  it("fills the bar of that value in the warning color", () => {
    const calm = tooltip(withoutGpu);
    const hot = tooltip({ ...withoutGpu, troubles: [{ kind: "cpu", value: 34, limit: 30 }] });
    assert.doesNotMatch(calm, /charts-yellow/);
    assert.equal(hot.match(/charts-yellow/g)?.length, 1);
  });
});

describe("nodeTooltip: traffic", () => {
  const used = (node: Partial<NodeFacts["node"]>) =>
    read(buildFacts(node, { totalUp: 3 * gib, totalDown: 5 * gib })).value("Traffic");

  it("counts against the quota in the node's own way", () => {
    const trafficLimit = 10 * gib;
    const texts = (["sum", "max", "min", "up", "down"] as const).map((trafficLimitType) =>
      used({ trafficLimit, trafficLimitType })?.replace(/, ↓.*/, ""),
    );
    assert.deepEqual(texts, [
      "8 of 10 GiB (80%)",
      "5 of 10 GiB (50%)",
      "3 of 10 GiB (30%)",
      "3 of 10 GiB (30%)",
      "5 of 10 GiB (50%)",
    ]);
  });

  it("has the true share of an exceeded quota", () => {
    assert.match(used({ trafficLimit: gib, trafficLimitType: "up" }) ?? "", /^3 of 1 GiB \(300%\)/);
  });

  it("has only the counters where there is no quota", () => {
    assert.equal(used({}), "↓ 5 GiB ↑ 3 GiB");
  });
});

describe("nodeTooltip: the title", () => {
  it("names a node without a name by its UUID", () => {
    const node = buildNode({ name: "", uuid: "0123456789" });
    assert.match(read(buildFacts(node)).title, /^\*\*Unnamed node 01234567\*\*/);
  });

  it("shows administrators that guests do not see the node", () => {
    assert.match(read(buildFacts({ hidden: true })).title, /, hidden from guests$/);
  });

  it("is clipped, and so is every other text of the server", () => {
    const long = "x".repeat(200_000);
    const facts = buildFacts({
      name: long,
      remark: long,
      os: long,
      tags: [long],
    });
    assert.ok(tooltip(facts).length < 4_000);
  });
});
