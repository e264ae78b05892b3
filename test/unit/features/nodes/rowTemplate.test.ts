import assert from "node:assert/strict";
import { fillTemplate, rowTokens } from "../../../../src/features/nodes/rowTemplate";
import { createFormat } from "../../../../src/shared/format";
import { buildFacts } from "../../../builders/facts";
import { buildBareStatus, buildPing } from "../../../builders/status";

const format = createFormat("en");
const gib = 1024 ** 3;

const facts = buildFacts(
  {
    memoryTotal: 8 * gib,
    swapTotal: 2 * gib,
    diskTotal: 100 * gib,
    os: "Debian",
    region: "🇯🇵",
    group: "Production",
  },
  {
    cpu: 12.4,
    memoryUsed: 2 * gib,
    swapUsed: gib,
    diskUsed: 40 * gib,
    networkIn: 1.5 * 1024 ** 2,
    networkOut: 512,
    load1: 0.52,
    processes: 127,
    tcpConnections: 40,
    uptimeSeconds: 93_784,
    totalDown: 5 * gib,
    totalUp: 1.5 * gib,
    ping: [buildPing({ latest: 20, loss: 0 }), buildPing({ latest: 41, loss: 20 })],
  },
);

const bare = { ...facts, status: buildBareStatus() };

describe("fillTemplate", () => {
  const expected: Readonly<Record<string, string>> = {
    cpu: "12%",
    memory: "25%",
    swap: "50%",
    disk: "40%",
    down: "1.5M",
    up: "<1K",
    load: "0.5",
    processes: "127",
    connections: "40",
    uptime: "1d 2h",
    totalDown: "5 GiB",
    totalUp: "1.5 GiB",
    ping: "31 ms",
    loss: "10%",
    os: "Debian",
    region: "🇯🇵",
    group: "Production",
  };

  for (const [token, text] of Object.entries(expected)) {
    it(`writes {${token}} as ${text}`, () => {
      assert.equal(fillTemplate(`{${token}}`, facts, format), text);
    });
  }

  it("offers no token that is not written down here", () => {
    assert.deepEqual([...rowTokens].sort(), Object.keys(expected).sort());
  });

  it("writes a dash, never a zero, for what is not known", () => {
    const node = { ...facts.node, os: undefined, region: undefined, group: undefined };
    for (const status of [bare.status, undefined]) {
      for (const token of rowTokens) {
        assert.equal(fillTemplate(`{${token}}`, { ...bare, node, status }, format), "–", token);
      }
    }
  });

  it("writes a dash for a share of nothing", () => {
    const noSwap = buildFacts({ swapTotal: 0 }, { swapUsed: 0, swapTotal: 0 });
    assert.equal(fillTemplate("{swap}", noSwap, format), "–");
  });

  it("takes the totals of the report where the node has none", () => {
    const node = { ...facts.node, memoryTotal: undefined };
    const status = { ...bare.status, memoryUsed: 1, memoryTotal: 4 };
    assert.equal(fillTemplate("{memory}", { ...facts, node, status }, format), "25%");
  });

  it("leaves out tasks without an answer when it averages pings", () => {
    const ping = [buildPing({ latest: undefined }), buildPing({ latest: 40 })];
    const status = { ...bare.status, ping };
    assert.equal(fillTemplate("{ping}", { ...bare, status }, format), "40 ms");
  });

  it("leaves a mistyped token and other braces as they are, so that they can be seen", () => {
    const written = "{cpus} {CPU} { cpu } {constructor} {} {cpu";
    assert.equal(fillTemplate(written, facts, format), written);
  });

  it("does not fill what a server's text pretends to be", () => {
    const sly = buildFacts({ os: "{region}", region: "{cpu}" });
    assert.equal(fillTemplate("{os} {region}", sly, format), "{region} {cpu}");
  });

  it("shows an uptime by the minute, so that rows stay calm", () => {
    const at = (uptimeSeconds: number) =>
      fillTemplate("{uptime}", buildFacts({}, { uptimeSeconds }), format);
    assert.equal(at(3_659), at(3_600));
    assert.equal(at(125), "2m");
    assert.equal(at(59), "59s");
  });
});
