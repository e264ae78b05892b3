import assert from "node:assert/strict";
import { type NodeFacts } from "../../../../../src/fleet/nodeFacts";
import { nodeTooltip } from "../../../../../src/features/nodes/tooltip/nodeTooltip";
import { type TooltipContext } from "../../../../../src/features/nodes/tooltip/tooltipRow";
import { createFormat } from "../../../../../src/shared/format";
import { buildFacts } from "../../../../builders/facts";
import { buildNode, buildSilentNode } from "../../../../builders/node";
import { buildBareStatus, buildPing } from "../../../../builders/status";
import { readTooltip } from "../../../../builders/tooltipRows";

const gib = 1024 ** 3;

function read(facts: NodeFacts, context: Partial<TooltipContext> = {}) {
  const format = createFormat("en");
  return readTooltip(
    nodeTooltip(facts, { format, age: 12_000, serverTime: Date.UTC(2026, 0, 1), ...context }),
  );
}

const full = buildFacts(
  {
    name: "web-01",
    group: " Production ",
    tags: [
      { text: "web", color: undefined },
      { text: "nginx", color: "green" },
    ],
    region: "🇺🇸",
    os: "Debian GNU/Linux 12 (bookworm)",
    kernelVersion: "6.1.0",
    arch: "arm64",
    virtualization: "kvm",
    cpuName: "Xeon @ 2.80GHz",
    cpuCores: 4,
    gpuName: "RTX 4090",
    ipv4: "203.0.113.1",
    ipv6: "2001:db8::1",
    agentVersion: "1.1.40",
    remark: "rack 7",
    publicRemark: "hello",
    price: { kind: "paid", amount: 9.99, currency: "$", cycle: 30 },
    expiry: { kind: "longTerm" },
    autoRenewal: true,
    trafficLimit: 16 * gib,
    trafficLimitType: "sum",
    hidden: true,
  },
  {
    cpu: 33.9,
    gpu: 70,
    memoryUsed: 2 * gib,
    swapUsed: gib,
    diskUsed: 40 * gib,
    load1: 0.52,
    load5: 0.4,
    load15: 1,
    temperature: 45.5,
    networkIn: 1.5 * 1024 ** 2,
    networkOut: 512 * 1024,
    totalUp: 3 * gib,
    totalDown: 5 * gib,
    processes: 120,
    tcpConnections: 40,
    udpConnections: 5,
    uptimeSeconds: 93_784,
    ping: [buildPing({ name: "Cloudflare", latest: 25, average: 31.4, loss: 13.1 })],
  },
);

describe("nodeTooltip: a node of which all is known", () => {
  const { title, rows } = read(full);

  it("is headed by region, name, state and the last report to the second", () => {
    assert.equal(title, "🇺🇸 **web-01** · online · last report 12 s ago");
  });

  const expected: Readonly<Record<string, string>> = {
    CPU: "`███░░░░░░░` 34% · 4 cores",
    "CPU model": "Xeon @ 2.80GHz",
    Load: "0.52 / 0.40 / 1.00",
    Memory: "`███░░░░░░░` 25% · 2 GiB of 8 GiB",
    Swap: "`█████░░░░░` 50% · 1 GiB of 2 GiB",
    Disk: "`████░░░░░░` 40% · 40 GiB of 100 GiB",
    GPU: "`███████░░░` 70%",
    "GPU model": "RTX 4090",
    Temperature: "45.5 °C",
    Network: "↓ 1.5 MiB/s · ↑ 512 KiB/s",
    Traffic: "↓ 5 GiB · ↑ 3 GiB",
    Quota: "`█████░░░░░` 50% · 8 GiB of 16 GiB (up + down)",
    Connections: "TCP 40 · UDP 5",
    Processes: "120",
    "Ping Cloudflare": "25 ms · average 31 ms · loss 13%",
    Uptime: "26 h",
    System: "Debian GNU/Linux 12 (bookworm) · 6.1.0",
    Machine: "arm64 · kvm",
    IPv4: "203.0.113.1",
    IPv6: "2001:db8::1",
    Agent: "1.1.40",
    Group: "Production",
    Tags: "web · nginx",
    Price: "$9.99 a month",
    Expiry: "long term · renews automatically",
    "Public remark": "hello",
    Remark: "rack 7",
    Hidden: "only administrators see this node",
  };

  for (const [name, value] of Object.entries(expected)) {
    it(`tells ${name}`, () => assert.equal(rows.get(name), value));
  }

  it("tells nothing else", () => {
    assert.deepEqual([...rows.keys()].sort(), Object.keys(expected).sort());
  });
});

describe("nodeTooltip: what is not known", () => {
  it("is left out of a node that never reported", () => {
    const silent = buildFacts(buildSilentNode({ name: "new" }), null);
    const { title, rows } = read(silent, { age: undefined });
    assert.equal(title, "**new** · never reported");
    assert.deepEqual([...rows], []);
  });

  it("is left out of a report that tells only that the node is online", () => {
    const node = buildSilentNode({ name: "bare" });
    const bare: NodeFacts = { node, status: buildBareStatus(), presence: "online", troubles: [] };
    assert.deepEqual([...read(bare).rows], []);
  });

  it("is not written as 0 where an agent knows neither use nor total", () => {
    const zeros = { memoryUsed: 0, memoryTotal: undefined, swapUsed: 0, swapTotal: undefined };
    const unknown = { diskUsed: 0, diskTotal: undefined };
    const node = { memoryTotal: undefined, swapTotal: undefined, diskTotal: undefined };
    const { rows } = read(buildFacts(node, { ...zeros, ...unknown }));
    for (const name of ["Memory", "Swap", "Disk"]) assert.equal(rows.get(name), undefined, name);
  });

  it("leaves what is: totals without a report, amounts without a total", () => {
    const offline = read(buildFacts({ memoryTotal: 8 * gib }, null)).rows;
    assert.equal(offline.get("Memory"), "8 GiB");
    const node = { memoryTotal: undefined };
    const report = { memoryUsed: 2 * gib, memoryTotal: undefined };
    assert.equal(read(buildFacts(node, report)).rows.get("Memory"), "2 GiB");
  });

  it("is no answer of a ping task that lost all", () => {
    const ping = [buildPing({ latest: undefined, average: undefined, loss: 100 })];
    const { rows } = read(buildFacts({}, { ping }));
    assert.equal(rows.get("Ping Cloudflare"), "no answer · loss 100%");
  });

  it("has a number in place of a ping task's name", () => {
    const { rows } = read(buildFacts({}, { ping: [buildPing({ taskId: 7, name: "" })] }));
    assert.ok(rows.has("Ping #7"));
  });

  it("does not hide UDP behind TCP or the other way", () => {
    const { rows } = read(buildFacts({}, { tcpConnections: 3, udpConnections: undefined }));
    assert.equal(rows.get("Connections"), "TCP 3");
  });
});

describe("nodeTooltip: swap", () => {
  it("is none where the machine has none", () => {
    const { rows } = read(buildFacts({ swapTotal: 0 }, { swapUsed: 0, swapTotal: 0 }));
    assert.equal(rows.get("Swap"), "none");
  });

  it("is told also when nothing of it is used", () => {
    const { rows } = read(buildFacts({ swapTotal: gib }, { swapUsed: 0 }));
    assert.equal(rows.get("Swap"), "`░░░░░░░░░░` 0% · 0 B of 1 GiB");
  });
});

describe("nodeTooltip: the title", () => {
  it("tells every state", () => {
    const { node } = buildFacts({ name: "web" });
    const title = (presence: NodeFacts["presence"]) =>
      read({ node, status: undefined, presence, troubles: [] }, { age: undefined }).title;
    assert.deepEqual((["online", "offline", "stale"] as const).map(title), [
      "**web** · online",
      "**web** · offline",
      "**web** · stale",
    ]);
  });

  it("names a node without a name", () => {
    const node = buildNode({ name: "", uuid: "0123456789" });
    assert.match(read(buildFacts(node)).title, /^\*\*Unnamed node 01234567\*\*/);
  });
});
