import assert from "node:assert/strict";
import { type NodeFacts } from "../../../../../src/fleet/nodes/nodeFacts";
import {
  fillTemplate,
  parseTemplate,
  readFigures,
  withoutFigure,
} from "../../../../../src/features/nodes/rows/nodeRowTemplate";
import { rowTokens } from "../../../../../src/features/nodes/rows/rowTokens";
import { type KomariNode } from "../../../../../src/komari/model/model";
import { createFormat } from "../../../../../src/shared/format";
import { buildFacts } from "../../../../builders/facts";
import { buildBareStatus, buildPing } from "../../../../builders/status";

const format = createFormat("en");
const gib = 1024 ** 3;
const serverTime = Date.UTC(2026, 0, 1);
const dayMs = 86_400_000;

const facts = buildFacts(
  {
    memoryTotal: 8 * gib,
    swapTotal: 2 * gib,
    diskTotal: 100 * gib,
    os: "Debian",
    region: "🇯🇵",
    group: "Production",
    trafficLimit: 10 * gib,
    trafficLimitType: "sum",
    price: { kind: "paid", amount: 4.5, currency: "$", cycle: 30 },
    expiry: { kind: "at", time: serverTime + 22 * dayMs },
  },
  {
    cpu: 12.4,
    memory: 2 * gib,
    swap: gib,
    disk: 40 * gib,
    gpu: 60,
    gpus: [
      { name: "A", usage: 70, memoryUsed: 3, memoryTotal: 10, temperature: 66 },
      { name: "B", usage: 50, memoryUsed: undefined, memoryTotal: 10, temperature: undefined },
      { name: "C", usage: 60, memoryUsed: 6, memoryTotal: 10, temperature: 61 },
    ],
    temperature: 71,
    networkIn: 1.5 * 1024 ** 2,
    networkOut: 512,
    load: 0.52,
    load5: 0.6,
    load15: 1,
    processes: 127,
    tcpConnections: 40,
    uptimeSeconds: 93_784,
    totalDown: 5 * gib,
    totalUp: 1.5 * gib,
    ping: [buildPing({ latest: 20, loss: 0 }), buildPing({ latest: 41, loss: 20 })],
  },
);

const fill = (template: string, filled: NodeFacts) =>
  fillTemplate(parseTemplate(template), filled, { format, serverTime }).join("|");

const bare = { ...facts, status: buildBareStatus() };

describe("fillTemplate", () => {
  const expected: Readonly<Record<string, string>> = {
    cpu: "12%",
    memory: "25%",
    swap: "50%",
    disk: "40%",
    gpu: "60%",
    gpuMemory: "45%",
    gpuTemperature: "66 °C",
    temperature: "71 °C",
    down: "1.5M",
    up: "0.5K",
    load: "0.52",
    load5: "0.60",
    load15: "1.00",
    processes: "127",
    connections: "40",
    uptime: "26 h",
    totalDown: "5G",
    totalUp: "1.5G",
    traffic: "6.5G / 10G",
    quota: "65%",
    ping: "31 ms",
    loss: "10%",
    price: "$4.5 a month",
    expiry: "expires in 22 d",
    os: "Debian",
    region: "🇯🇵",
    group: "Production",
  };

  for (const [token, text] of Object.entries(expected)) {
    it(`writes {${token}} as ${text}`, () => {
      assert.equal(fill(`{${token}}`, facts), text);
    });
  }

  it("has no token that this test does not cover", () => {
    assert.deepEqual(Object.keys(rowTokens).sort(), Object.keys(expected).sort());
  });

  it("writes a dash, never a zero, for what is not known", () => {
    const nothing = { price: undefined, expiry: undefined, trafficLimit: undefined };
    const words = { os: undefined, region: undefined, group: undefined };
    const node = { ...facts.node, ...nothing, ...words };
    for (const status of [bare.status, undefined]) {
      for (const token of Object.keys(rowTokens)) {
        assert.equal(fill(`{${token}}`, { ...bare, node, status }), "–", token);
      }
    }
  });

  it("writes a dash for a share of nothing", () => {
    const noSwap = buildFacts({ swapTotal: 0 }, { swap: 0, swapTotal: 0 });
    assert.equal(fill("{swap}", noSwap), "–");
  });

  it("takes the totals of the report where the node has none", () => {
    const node = { ...facts.node, memoryTotal: undefined };
    const status = { ...bare.status, memory: 1, memoryTotal: 4 };
    assert.equal(fill("{memory}", { ...facts, node, status }), "25%");
  });

  it("leaves out tasks without a value when it averages pings", () => {
    const ping = [buildPing({ latest: undefined }), buildPing({ latest: 40 })];
    const status = { ...bare.status, ping };
    assert.equal(fill("{ping}", { ...bare, status }), "40 ms");
  });

  it("leaves a mistyped token and other braces as they are, so that they can be seen", () => {
    const written = "{cpus} {CPU} { cpu } {constructor} {} {cpu";
    assert.equal(fill(written, facts), written);
  });

  it("does not fill what a server's text pretends to be", () => {
    const sly = buildFacts({ os: "{region}", region: "{cpu}" });
    assert.equal(fill("{os} {region}", sly), "{region} {cpu}");
  });

  it("writes what was used alone where there is no quota", () => {
    const node = { ...facts.node, trafficLimit: undefined };
    assert.equal(fill("{traffic}  quota {quota}", { ...facts, node }), "6.5G|quota –");
  });

  it("shows what is renewed, has expired, is free or does not expire", () => {
    const contract = (node: Partial<KomariNode>) =>
      fill("{price}  {expiry}", { ...facts, node: { ...facts.node, ...node } });
    assert.equal(contract({ autoRenewal: true }), "$4.5 a month|renews in 22 d");
    const ended = { kind: "at", time: serverTime - 3 * dayMs } as const;
    assert.equal(contract({ expiry: ended, autoRenewal: true }), "$4.5 a month|expired 3 d");
    const today = { kind: "at", time: serverTime + dayMs / 2 } as const;
    assert.equal(contract({ expiry: today, autoRenewal: true }), "$4.5 a month|renews today");
    assert.equal(contract({ expiry: today }), "$4.5 a month|expires today");
    const endless = { price: { kind: "free" }, expiry: { kind: "longTerm" } } as const;
    assert.equal(contract(endless), "free|long term");
  });

  it("keeps a server's text on one line", () => {
    assert.equal(fill("{os}", buildFacts({ os: "Line\nbreak" })), "Line break");
  });

  it("writes a single dash when nothing of the row is known", () => {
    const { node } = bare;
    assert.equal(fill("Load {load}  CPU {cpu}", { ...bare, node, status: undefined }), "–");
    assert.equal(fill("online", { ...bare, node, status: undefined }), "online");
  });

  it("writes a dash next to known values", () => {
    const status = { ...buildBareStatus(), cpu: 12 };
    assert.equal(fill("CPU {cpu}  RAM {memory}", { ...bare, status }), "CPU 12%|RAM –");
  });
});

describe("parseTemplate", () => {
  it("takes two spaces or more, or an en space, for the end of a part", () => {
    assert.equal(
      fill("  CPU {cpu}   RAM {memory}\u2002{up} {down} ", facts),
      "CPU 12%|RAM 25%|0.5K 1.5M",
    );
  });

  it("has no parts without any text", () => assert.deepEqual(parseTemplate("   "), []));
});

describe("withoutFigure", () => {
  it("leaves out the parts that show nothing but the figure", () => {
    const left = withoutFigure(parseTemplate("CPU {cpu}  Disk {disk}  {disk} {swap}"), "disk");
    assert.deepEqual(fillTemplate(left, facts, { format, serverTime }), ["CPU 12%", "40% 50%"]);
  });
});

describe("readFigures", () => {
  it("reads the values in the order of the row, without their texts", () => {
    assert.deepEqual(readFigures(parseTemplate("CPU {cpu}  {os} {nonsense}"), facts, serverTime), [
      { name: "cpu", value: 12.4, notices: "points" },
      { name: "os", value: "Debian", notices: "any" },
    ]);
  });
});
