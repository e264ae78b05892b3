import assert from "node:assert/strict";
import { type NodeElement } from "../../src/features/nodes/nodeElements";
import { Regions } from "../../src/features/nodes/arrange/regions";
import { ageOf, factsOf } from "../../src/features/nodes/nodeRows";
import { nodeTooltip } from "../../src/features/nodes/tooltip/nodeTooltip";
import { defaultChoices, type ViewChoices } from "../../src/features/nodes/arrange/viewChoices";
import { ServerFleet } from "../../src/fleet/serverFleet";
import { type WireRecord } from "../../src/komari/decode/primitives";
import { createFormat } from "../../src/shared/format";
import { isRecord } from "../../src/util/json";
import { silentLogger } from "../../src/util/logger";
import { FakeClock } from "../builders/fakeClock";
import { FleetServer, sessionOf } from "../builders/fleetServer";
import { allOnScreen, nodeRows, type ServerRows } from "../builders/serverRows";
import { settle } from "../builders/settle";
import { type ReadTooltip, readTooltip } from "../builders/tooltipRows";
import { readRecorded, type RecordedVersion } from "./recordedResponses";

/** One of the cast, as the server wrote it. */
export interface WireNode {
  readonly uuid: string;
  readonly cast: string;
  readonly node: WireRecord;
  readonly status: WireRecord | undefined;
}

export interface RecordedFleet {
  readonly fleet: ServerFleet;
  /** In the order of the server's response. */
  readonly wire: readonly WireNode[];
  /** Milliseconds: when the last report of the recording came. */
  readonly newest: number;
  wireOf(cast: string): WireNode;
  rows(choices?: Partial<ViewChoices>): ServerRows;
  tooltip(cast: string): ReadTooltip;
}

function recordsIn(value: unknown): Readonly<Record<string, WireRecord>> {
  assert(isRecord(value));
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, WireRecord] => isRecord(entry[1])),
  );
}

/**
 * The recorded responses of an administrator on their whole way, from the session to the rows. Our
 * clock is an hour ahead of the server's.
 */
export async function openRecorded(version: RecordedVersion): Promise<RecordedFleet> {
  const recorded = readRecorded(version);
  const server = new FleetServer();
  const nodes = recordsIn(recorded.result("nodes-apikey"));
  const statuses = recordsIn(recorded.result("status-apikey"));
  Object.assign(server, { nodes, statuses, role: "admin" });
  const times = Object.values(statuses).map(({ time }) => Date.parse(String(time)));
  const newest = Math.max(...times);
  const clock = new FakeClock(newest + 3_600_000);
  const credential = { kind: "apiKey", apiKey: "0123456789abcdef" } as const;
  const intervals = { visible: 2_000, background: 30_000, nodes: 60_000 };
  const fleet = new ServerFleet(
    "id",
    "Recorded",
    sessionOf(server, { clock, credential }),
    { attention: "visible", intervals },
    clock,
    silentLogger,
  );
  fleet.start();
  await settle();
  // The nodes come first, and then their statuses, in as many parts as it takes.
  const isMissing = (uuid: string) => uuid in statuses && fleet.status(uuid) === undefined;
  while (fleet.nodes.size === 0 || [...fleet.nodes.keys()].some(isMissing)) {
    clock.advance(0);
    await settle();
  }

  const wire = Object.entries(nodes).map(([uuid, node]) => ({
    uuid,
    cast: String(node.remark).replace("sim:", ""),
    node,
    status: statuses[uuid],
  }));
  const wireOf = (cast: string) => {
    const found = wire.find((entry) => entry.cast === cast);
    assert(found, `no ${cast}`);
    return found;
  };
  const format = createFormat("en");
  const rows = (choices: Partial<ViewChoices> = {}) =>
    nodeRows(fleet, {
      state: { choices: { ...defaultChoices, ...choices }, favorites: new Set() },
      format,
      collator: new Intl.Collator("en"),
      regions: new Regions("en"),
      clock,
      template: { value: "CPU {cpu}  RAM {memory}  ↓{down} ↑{up}" },
      visibleRows: allOnScreen,
    });
  const tooltip = (cast: string) => {
    const { uuid } = wireOf(cast);
    const facts = factsOf(fleet, uuid);
    assert(facts);
    const context = { format, age: ageOf(fleet, facts), serverTime: fleet.serverTime() };
    return readTooltip(nodeTooltip({ serverId: fleet.id, uuid }, facts, context));
  };
  return { fleet, wire, newest, wireOf, rows, tooltip };
}

/** Every node row below every root. */
export function nodeElements(rows: ServerRows): readonly NodeElement[] {
  const all = rows
    .roots()
    .flatMap((root) => (root.kind === "group" ? rows.childrenOf(root) : [root]));
  return all.filter((element): element is NodeElement => element.kind === "node");
}
