import assert from "node:assert/strict";
import { nodeTooltip } from "../../src/features/nodes/tooltip/nodeTooltip";
import { nodeRow } from "../../src/features/nodes/rows/nodeRow";
import { parseTemplate } from "../../src/features/nodes/rows/nodeRowTemplate";
import { type NodeFacts } from "../../src/fleet/nodes/nodeFacts";
import { presenceOf } from "../../src/shared/nodes/presence";
import { Session } from "../../src/komari/session";
import { createFormat } from "../../src/shared/format";
import { readTooltip } from "../builders/tooltipRows";
import { type Reading } from "../simulator/fleet/simNode";
import { credentials, type Simulator, startSimulator } from "../simulator/simulator";

/** Where a reading is shown: tokens of a row, and a line of the tooltip. */
const shown: Readonly<Partial<Record<Reading, readonly [template: string, label: string]>>> = {
  cpu: ["{cpu}", "CPU"],
  ram: ["{memory}", "Memory"],
  disk: ["{disk}", "Disk"],
  net_rate: ["{down} {up}", "Network"],
  network: ["{totalDown} {totalUp}", "Traffic"],
  process: ["{processes}", "Processes"],
  connections: ["{connections}", "Connections"],
  gpu: ["{gpu}", "GPU"],
};

describe("nodeRow and nodeTooltip: failed readings of a simulated Nekomari", () => {
  let simulator: Simulator;
  let session: Session;
  before(async () => {
    simulator = await startSimulator({ profile: "nekomari", nodes: 40 });
    session = new Session({
      baseUrl: simulator.url,
      tls: {},
      maxResponseBytes: 2 ** 24,
      credential: { kind: "apiKey", apiKey: credentials.apiKey },
    });
    session.start();
  });
  after(async () => {
    session.dispose();
    await simulator.stop();
  });

  it("are dashes in rows, unknown to screen readers, and explained in tooltips", async () => {
    const [{ nodes }, statuses] = await Promise.all([
      session.api.nodes(),
      session.api.latestStatus(),
    ]);
    const context = {
      format: createFormat("en"),
      isFavorite: false,
      age: 1_000,
      serverTime: Date.now(),
    };
    let seen = 0;
    for (const node of nodes) {
      const status = statuses.get(node.uuid);
      if (status?.failed === undefined || !status.online) continue;
      const facts: NodeFacts = {
        node,
        status,
        presence: presenceOf(node, status, true),
        troubles: [],
      };
      const failing = simulator.fleet.nodes.find(({ uuid }) => uuid === node.uuid)?.habits.failing;
      const { value } = readTooltip(nodeTooltip({ serverId: "s", uuid: "u" }, facts, context));
      for (const [reading, [template, label]] of Object.entries(shown)) {
        const word = failing?.[reading as Reading];
        if (word === undefined) continue;
        const row = nodeRow(facts, { ...context, template: parseTemplate(`${template}  {os}`) });
        assert.match(row.description, /^–/, label);
        assert.match(row.accessibleLabel, /, unknown/, label);
        assert.ok(value(label)?.startsWith(`– ${word}`), `${label}: ${value(label) ?? ""}`);
        seen += 1;
      }
    }
    assert.ok(seen > 0);
  });
});
