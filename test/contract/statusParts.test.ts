import assert from "node:assert/strict";
import { Fleet, type ServerSpec } from "../../src/fleet/fleet";
import { type ServerFleet } from "../../src/fleet/serverFleet";
import { Session } from "../../src/komari/session";
import { isArray } from "../../src/komari/decode/primitives";
import { isRecord } from "../../src/util/json";
import { systemClock } from "../../src/util/clock";
import { silentLogger } from "../../src/util/logger";
import { pollIntervals } from "../builders/serverFleet";
import { profileNames } from "../simulator/profiles/profiles";
import { credentials, type Knobs, type Simulator, startSimulator } from "../simulator/simulator";

const getStatuses = "common:getNodesLatestStatus";
const getReports = "common:getNodeRecentStatus";
const count = 300;

/** The fleet of a simulator, ten of whose nodes are on screen. */
function connect(simulator: Simulator) {
  const fleet = new Fleet(
    ({ id, credential, maxResponseBytes }: ServerSpec) =>
      new Session({ baseUrl: id, tls: {}, credential, maxResponseBytes }),
    { attention: "visible", intervals: pollIntervals },
    systemClock,
    silentLogger,
  );
  const seen = new Set<string>();
  /** Resolves once the status of every node was asked for and none waits. */
  const known = new Promise<ServerFleet>((resolve) => {
    fleet.onDidChange(({ server }) => {
      if (seen.size === 0 && server.nodesLoaded) {
        for (const uuid of [...server.nodes.keys()].slice(200, 210)) seen.add(uuid);
        fleet.setVisibleNodes("rows", new Map([[server.id, seen]]));
      }
      if (server.isFresh && server.counts().waiting === 0 && asksForAll(server)) resolve(server);
    });
  });
  const asksForAll = ({ nodes }: ServerFleet) => {
    const parts = partsOf(simulator);
    const requested = new Set(parts.flatMap(({ uuids }) => uuids ?? []));
    return parts.some(({ uuids }) => uuids === undefined) || requested.size === nodes.size;
  };
  fleet.setServers([
    {
      id: simulator.url,
      name: "Home",
      tls: {},
      maxResponseBytes: 2 ** 24,
      credential: { kind: "apiKey", apiKey: credentials.apiKey },
    },
  ]);
  return { fleet, known, seen };
}

function partsOf(simulator: Simulator) {
  return simulator.journal.of(getStatuses).map(({ params, transport }) => ({
    uuids: isRecord(params) && isArray(params.uuids) ? params.uuids.map(String) : undefined,
    omitsPings: isRecord(params) && params.include_ping === false,
    transport,
  }));
}

for (const profile of profileNames) {
  describe(`Fleet: statuses in parts from simulated ${profile}`, () => {
    let simulator: Simulator;
    let connected: ReturnType<typeof connect> | undefined;

    const begin = async (knobs: Partial<Knobs> = {}) => {
      // A part of what it costs there: enough for several requests.
      const some = { statusCost: 0.02, ...knobs };
      simulator = await startSimulator({ profile, nodes: count, cast: "nice", knobs: some });
      connected = connect(simulator);
      const server = await connected.known;
      return { server, seen: connected.seen };
    };

    afterEach(async () => {
      connected?.fleet.dispose();
      await simulator.stop();
    });

    it("cover the same nodes as one response for all", async () => {
      const { server } = await begin();
      assert.equal(server.nodes.size, count);
      const whole = await server.session.api.latestStatus();
      for (const uuid of server.nodes.keys()) {
        assert.equal(server.status(uuid) !== undefined, whole.has(uuid), uuid);
      }
      const { online, offline, neverReported, total } = server.counts();
      assert.deepEqual([online + offline + neverReported, total], [count, count]);
    });

    it("begin with the nodes on screen", async () => {
      const { seen } = await begin();
      // A server that may be slow is tried with a few of them.
      const first = partsOf(simulator).flatMap(({ uuids }) => uuids);
      assert.deepEqual(first.slice(0, seen.size).sort(), [...seen].sort());
    });

    it("are requested after the reports of all nodes if pings may take long", async () => {
      await begin();
      const uuids = simulator.journal
        .of(getReports)
        .map(({ params }) => (isRecord(params) ? params.uuid : undefined));
      const isPresumedSlow = profile === "1.4.3" || profile === "1.6.1";
      assert.deepEqual(
        [new Set(uuids).size, uuids.length],
        isPresumedSlow ? [count, count] : [0, 0],
      );
    });

    it("request every node off screen once until all are known", async () => {
      const { seen } = await begin();
      const requested = partsOf(simulator).flatMap(({ uuids }) => uuids ?? []);
      const others = requested.filter((uuid) => !seen.has(uuid));
      assert.ok(new Set(others).size === others.length);
    });

    it("skip nodes that the server does not know", async () => {
      const { server } = await begin();
      const [uuid = ""] = server.nodes.keys();
      const stranger = "00000000-dead-4bad-8bad-000000000000";
      const found = await server.session.api.latestStatus({ uuids: [stranger, uuid] });
      assert.deepEqual([...found.keys()], [uuid]);
      const none = await server.session.api.latestStatus({ uuids: [stranger] });
      assert.equal(none.size, 0);
    });

    it("are requested over the socket, or by POST where there is none", async () => {
      await begin();
      assert.ok(partsOf(simulator).every(({ transport }) => transport === "ws"));
      connected?.fleet.dispose();
      await simulator.stop();
      await begin({ noWebSocket: true });
      assert.ok(partsOf(simulator).every(({ transport }) => transport === "post"));
    });

    it("omit the pings of nodes off screen if the server supports that", async () => {
      const { seen } = await begin();
      for (const { uuids, omitsPings } of partsOf(simulator)) {
        const isVisible = seen.has(uuids?.[0] ?? "");
        assert.equal(omitsPings, profile === "nekomari" && !isVisible);
      }
    });
  });
}
