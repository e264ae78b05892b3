import { type Attention } from "../../src/fleet/polling/pollPolicy";
import { type ServerChange, ServerFleet } from "../../src/fleet/serverFleet";
import { type Credential } from "../../src/komari/credential";
import { silentLogger } from "../../src/util/logger";
import { FakeClock } from "./fakeClock";
import { FleetServer, sessionOf } from "./fleetServer";
import { settle } from "./settle";
import { wireNode, wireStatus } from "./wireNode";

export const pollIntervals = { visible: 2_000, background: 30_000, nodes: 60_000 };
export const getNodes = "common:getNodes";
export const getStatuses = "common:getNodesLatestStatus";

interface Knobs {
  readonly attention?: Attention;
  readonly credential?: Credential;
}

/** A fleet of two online nodes, `a` and `b`, that has not been polled yet. */
export function createServerFleet({ attention = "visible", credential }: Knobs = {}) {
  const clock = new FakeClock(Date.UTC(2026, 0, 1));
  const server = new FleetServer();
  server.nodes = { a: wireNode("a"), b: wireNode("b") };
  server.statuses = { a: wireStatus("a"), b: wireStatus("b") };
  const session = sessionOf(server, { clock, ...(credential && { credential }) });
  const plan = { attention, intervals: pollIntervals };
  const fleet = new ServerFleet("id", "Home", session, plan, clock, silentLogger);
  const changes: ServerChange[] = [];
  fleet.onDidChange((change) => changes.push(change));
  const advance = async (ms: number) => {
    clock.advance(ms);
    await settle();
  };
  const start = async () => {
    fleet.start();
    await settle();
    // The nodes, then the statuses.
    await advance(0);
    await advance(0);
    server.requested.splice(0);
    changes.splice(0);
  };
  const nodeChanges = () => changes.filter((change) => change.kind === "nodes");
  const online = () => [...fleet.nodes.keys()].filter((uuid) => fleet.presence(uuid) === "online");
  return { clock, server, fleet, changes, nodeChanges, online, advance, start };
}
