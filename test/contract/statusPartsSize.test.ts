import assert from "node:assert/strict";
import { Fleet } from "../../src/fleet/fleet";
import { isArray } from "../../src/komari/decode/primitives";
import { Session } from "../../src/komari/session";
import { systemClock } from "../../src/util/clock";
import { isRecord } from "../../src/util/json";
import { silentLogger } from "../../src/util/logger";
import { pollIntervals } from "../builders/serverFleet";
import { eventually } from "../e2e/harness/eventually";
import { credentials, type Simulator, startSimulator } from "../simulator/simulator";

const getStatuses = "common:getNodesLatestStatus";
const count = 300;

/** Bytes of a response. */
async function sizeOf(simulator: Simulator, method: string): Promise<number> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method });
  const response = await fetch(`${simulator.url}/api/rpc2`, { method: "POST", body });
  return (await response.text()).length;
}

describe("Fleet: statuses that are too large for one message", () => {
  let simulator: Simulator;
  let fleet: Fleet | undefined;
  afterEach(async () => {
    fleet?.dispose();
    await simulator.stop();
  });

  it("are requested in smaller parts after the socket was closed because of them", async () => {
    simulator = await startSimulator({ profile: "1.2.3", nodes: count, pingTasks: 12 });
    const maxResponseBytes = Math.round((await sizeOf(simulator, getStatuses)) / 2);
    assert.ok((await sizeOf(simulator, "common:getNodes")) < maxResponseBytes);
    simulator.knobs.noPost = true;
    simulator.journal.calls.length = 0;
    fleet = new Fleet(
      ({ id, credential }) => new Session({ baseUrl: id, tls: {}, credential, maxResponseBytes }),
      { attention: "visible", intervals: pollIntervals },
      systemClock,
      silentLogger,
    );
    const credential = { kind: "apiKey", apiKey: credentials.apiKey } as const;
    fleet.setServers([{ id: simulator.url, name: "Home", tls: {}, maxResponseBytes, credential }]);
    const [server] = fleet.servers;
    await eventually(() => {
      assert.equal(server?.nodes.size, count);
      assert.equal(server.counts().waiting, 0);
    });
    const parts = simulator.journal
      .of(getStatuses)
      .map(({ params }) =>
        isRecord(params) && isArray(params.uuids) ? params.uuids.length : count,
      );
    // Now and then a larger part is tried again, sooner on a slow machine.
    const [first = 0, ...others] = parts;
    assert.ok(parts.length <= 20 && Math.min(...others) <= first / 2, parts.join(" "));
  });
});
