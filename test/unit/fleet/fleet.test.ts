import assert from "node:assert/strict";
import { Fleet, type ServerSpec } from "../../../src/fleet/fleet";
import { silentLogger } from "../../../src/util/logger";
import { FakeClock } from "../../builders/fakeClock";
import { FleetServer, sessionOf } from "../../builders/fleetServer";
import { settle } from "../../builders/settle";
import { wireNode, wireStatus } from "../../builders/wireNode";

const intervals = { visible: 2_000, background: 30_000, nodes: 60_000 };

function spec(id: string, overrides: Partial<ServerSpec> = {}): ServerSpec {
  return {
    id,
    name: id,
    tls: {},
    credential: { kind: "guest" },
    maxResponseBytes: 1_000_000,
    ...overrides,
  };
}

/** A fleet whose servers are made as they are configured: `made` holds them in that order. */
function createFleet() {
  const clock = new FakeClock();
  const made: { readonly id: string; readonly server: FleetServer }[] = [];
  const fleet = new Fleet(
    ({ id, credential }) => {
      const server = new FleetServer();
      server.nodes = { [id]: wireNode(id) };
      server.statuses = { [id]: wireStatus(id) };
      made.push({ id, server });
      return sessionOf(server, { clock, credential, baseUrl: id });
    },
    { attention: "visible", intervals },
    clock,
    silentLogger,
  );
  let serverChanges = 0;
  fleet.onDidChangeServers(() => (serverChanges += 1));
  const advance = async (ms: number) => {
    await settle();
    clock.advance(ms);
    await settle();
    // The statuses follow the first nodes.
    clock.advance(0);
    await settle();
  };
  const ids = () => fleet.servers.map(({ id }) => id);
  return { fleet, clock, made, ids, advance, serverChanges: () => serverChanges };
}

describe("Fleet", () => {
  it("shows names of any length and kind of character shortly, on one line", () => {
    const { fleet } = createFleet();
    for (const name of [`a\n\u200b${"b".repeat(200_000)}`, `a\nb${"\u202e".repeat(200_000)}`]) {
      fleet.setServers([spec("a", { name })]);
      assert.match(fleet.get("a")?.name ?? "", /^a [^\n\u200b\u202e]{1,120}…$/);
    }
  });

  it("keeps the order of the settings and fires once per change of them", () => {
    const { fleet, ids, serverChanges } = createFleet();
    fleet.setServers([spec("b"), spec("a")]);
    assert.deepEqual(ids(), ["b", "a"]);
    assert.equal(serverChanges(), 1);
    fleet.setServers([spec("a"), spec("b")]);
    assert.deepEqual(ids(), ["a", "b"]);
    assert.equal(serverChanges(), 2);
  });

  it("shows announced servers without connecting them, and connects them with what is known then", async () => {
    const { fleet, made, ids, advance, serverChanges } = createFleet();
    fleet.announceServers([spec("a")]);
    await advance(0);
    assert.deepEqual([ids(), fleet.configured, serverChanges()], [["a"], true, 1]);
    assert.equal(made[0]?.server.connects, 0);
    const credential = { kind: "apiKey", apiKey: "0123456789ab" } as const;
    fleet.setServers([spec("a", { credential })]);
    await advance(0);
    assert.equal(made.length, 1);
    assert.equal(made[0].server.connects, 1);
    assert.deepEqual(fleet.servers[0]?.session.credential, credential);
  });

  it("announces nothing that is there, and removes nothing", () => {
    const { fleet, ids, serverChanges } = createFleet();
    fleet.setServers([spec("a")]);
    fleet.announceServers([spec("a")]);
    fleet.announceServers([spec("b")]);
    assert.deepEqual([ids(), serverChanges()], [["a", "b"], 2]);
  });

  it("connects new servers and leaves the others alone", async () => {
    const { fleet, made, advance } = createFleet();
    fleet.setServers([spec("a")]);
    await advance(0);
    const [first] = fleet.servers;
    fleet.setServers([spec("a"), spec("b")]);
    await advance(0);
    assert.equal(fleet.servers[0], first);
    assert.deepEqual(
      made.map(({ id, server }) => [id, server.connects]),
      [
        ["a", 1],
        ["b", 1],
      ],
    );
    assert.equal(fleet.get("b")?.presence("b"), "online");
  });

  it("lets go of a removed server", async () => {
    const { fleet, made, clock, advance } = createFleet();
    fleet.setServers([spec("a")]);
    await advance(0);
    fleet.setServers([]);
    assert.ok(made[0]?.server.disposed);
    assert.equal(fleet.get("a"), undefined);
    assert.equal(clock.pending, 0);
  });

  it("signs in anew with another credential and keeps what is known of the nodes", async () => {
    const { fleet, made, advance } = createFleet();
    fleet.setServers([spec("a")]);
    await advance(0);
    const apiKey = { kind: "apiKey", apiKey: "0123456789abcdef" } as const;
    fleet.setServers([spec("a", { credential: apiKey })]);
    assert.equal(made.length, 1);
    assert.equal(made[0]?.server.connects, 2);
    assert.deepEqual(fleet.get("a")?.session.credential, apiKey);
    assert.equal(fleet.get("a")?.nodes.size, 1);
  });

  it("does not reconnect for the same credential written again", async () => {
    const { fleet, made, advance } = createFleet();
    const credential = () => ({ kind: "apiKey", apiKey: "0123456789abcdef" }) as const;
    fleet.setServers([spec("a", { credential: credential() })]);
    await advance(0);
    fleet.setServers([spec("a", { credential: credential() })]);
    assert.equal(made[0]?.server.connects, 1);
  });

  it("renames a server without connecting anew", async () => {
    const { fleet, made, advance, serverChanges } = createFleet();
    fleet.setServers([spec("a")]);
    await advance(0);
    fleet.setServers([spec("a", { name: "renamed" })]);
    assert.equal(fleet.servers[0]?.name, "renamed");
    assert.equal(made[0]?.server.connects, 1);
    assert.equal(serverChanges(), 2);
  });

  it("makes a new connection for another certificate or size limit", () => {
    for (const change of [
      { tls: { ca: "PEM" } },
      { tls: { acceptAnyCertificate: true } },
      { maxResponseBytes: 2 },
    ]) {
      const { fleet, made } = createFleet();
      fleet.setServers([spec("a")]);
      fleet.setServers([spec("a", change)]);
      assert.equal(made.length, 2, JSON.stringify(change));
      assert.ok(made[0]?.server.disposed);
      assert.equal(made[1]?.server.disposed, false);
      assert.equal(fleet.servers.length, 1);
    }
  });

  it("says which server a change is of, and nothing of removed ones", async () => {
    const { fleet, made, advance } = createFleet();
    fleet.setServers([spec("a"), spec("b")]);
    await advance(0);
    const reported: string[] = [];
    fleet.onDidChange(({ server, change }) => reported.push(`${server.id} ${change.kind}`));
    made[1]?.server.lose();
    assert.deepEqual(reported, ["b session"]);
    fleet.setServers([spec("b")]);
    made[0]?.server.lose();
    assert.deepEqual(reported, ["b session"]);
  });

  it("sets for every server, later ones too, how often to poll", async () => {
    const { fleet, made, advance } = createFleet();
    fleet.setServers([spec("a")]);
    await advance(0);
    fleet.configure({ attention: "background", intervals });
    fleet.setServers([spec("a"), spec("b")]);
    await advance(0);
    for (const { server } of made) server.requested.splice(0);
    await advance(29_999);
    assert.deepEqual(made.map(({ server }) => server.requested).flat(), []);
    await advance(1);
    assert.deepEqual(
      made.map(({ server }) => server.requested),
      [["common:getNodesLatestStatus"], ["common:getNodesLatestStatus"]],
    );
  });

  it("passes the thresholds to every server, later ones too", async () => {
    const { fleet, made, advance } = createFleet();
    fleet.setServers([spec("https://a")]);
    fleet.setThresholds({ processes: 300 });
    fleet.setServers([spec("https://a"), spec("https://b")]);
    for (const { id, server } of made) server.statuses = { [id]: wireStatus(id, { process: 300 }) };
    await advance(0);
    await advance(2_000);
    const hot = () => fleet.servers.map((server) => server.counts().hot);
    assert.deepEqual(hot(), [1, 1]);
    const reported = new Set<string>();
    fleet.onDidChange(({ server, change }) => {
      if (change.kind === "nodes" && change.trouble) reported.add(server.id);
    });
    fleet.setThresholds({});
    assert.deepEqual(
      [hot(), [...reported]],
      [
        [0, 0],
        ["https://a", "https://b"],
      ],
    );
  });

  it("wakes every server when the user is back", () => {
    const { fleet, made } = createFleet();
    fleet.setServers([spec("a"), spec("b")]);
    fleet.wake();
    assert.deepEqual(
      made.map(({ server }) => server.wakes),
      [1, 1],
    );
  });

  it("lets go of all on dispose", async () => {
    const { fleet, made, clock, advance } = createFleet();
    fleet.setServers([spec("a"), spec("b")]);
    await advance(0);
    fleet.dispose();
    assert.ok(made.every(({ server }) => server.disposed));
    assert.equal(clock.pending, 0);
  });
});

describe("Fleet: what others go by", () => {
  it("is configured once its servers are set, be it none", () => {
    const { fleet } = createFleet();
    assert.equal(fleet.configured, false);
    fleet.setServers([]);
    assert.equal(fleet.configured, true);
  });

  it("reports when it pauses and when it goes on, and only then", () => {
    const { fleet } = createFleet();
    const reported: boolean[] = [];
    fleet.onDidChangePaused((paused) => reported.push(paused));
    for (const attention of ["background", "paused", "paused", "visible"] as const) {
      fleet.configure({ attention, intervals });
    }
    assert.deepEqual([reported, fleet.paused], [[true, false], false]);
  });
});
