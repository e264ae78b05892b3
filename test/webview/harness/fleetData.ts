import {
  type FigureChange,
  type FleetNode,
  type FleetSetup,
  type FleetUpdate,
} from "../../../src/shared/fleet/fleetApi";
import { defaultChoices } from "../../../src/shared/fleet/fleetChoices";
import {
  type FleetFigure,
  fleetFigures,
  noSample,
  trailLength,
} from "../../../src/shared/fleet/fleetFigures";
import { type Presence } from "../../../src/shared/nodes/presence";
import { type Trouble } from "../../../src/shared/nodes/trouble";
import { buildFleetNode } from "../../builders/fleetNode";

export const fleetServerId = "https://home.example";
/** By the clock of the server. */
export const fleetNow = Date.UTC(2026, 10, 30, 12, 0, 0);

const day = 86_400_000;
const gib = 2 ** 30;

export function fleetSetup(changed: Partial<FleetSetup> = {}): FleetSetup {
  return {
    key: "all",
    translations: undefined,
    locale: "en",
    servers: [
      { id: fleetServerId, name: "Home", role: "administrator", fresh: true, message: undefined },
    ],
    choices: defaultChoices,
    views: [],
    tasks: ["Tokyo CT", "Frankfurt"],
    ...changed,
  };
}

interface FleetRow {
  readonly node: FleetNode;
  readonly presence: Presence;
  readonly troubles: readonly Trouble[];
  readonly figures: Readonly<Record<FleetFigure, number>>;
}

const groups = ["Production", "Edge", "Backup", "Home lab", "Hong Kong", "Los Angeles"] as const;
const oses = [
  "Debian GNU/Linux 12",
  "Ubuntu 24.04",
  "Alpine Linux",
  "Windows Server 2022",
] as const;

/** The same every time: what stands at a slot follows from its number. */
export function fleetRow(slot: number): FleetRow {
  const spread = (range: number, step: number) => (slot * step + (slot % 7) * 3) % range;
  const presence: Presence =
    slot % 29 === 11 ? "offline" : slot % 41 === 19 ? "neverReported" : "online";
  const isReported = presence !== "neverReported";
  const hot = presence === "online" && slot % 17 === 5;
  const expiring = slot % 23 === 3;
  const disk = hot ? 97 : 20 + spread(60, 11);
  const known = (value: number) => (isReported ? value : NaN);
  const node = buildFleetNode(slot, {
    serverId: fleetServerId,
    name: `${["web", "db", "api", "edge"][slot % 4] ?? ""}-${String(slot).padStart(2, "0")}`,
    group: groups[slot % groups.length],
    tags: slot % 4 === 0 ? ["cn2"] : slot % 9 === 0 ? ["storage"] : [],
    os: oses[slot % oses.length],
    region: { code: slot % 2 === 0 ? "JP" : "DE", name: slot % 2 === 0 ? "Japan" : "Germany" },
    agentVersion: "1.2.3",
    price: {
      kind: "paid",
      amount: 3 + (slot % 5),
      currency: slot % 8 === 0 ? "€" : "$",
      cycle: 30,
    },
    expiry: { kind: "at", time: fleetNow + (expiring ? 3 : 20 + spread(400, 13)) * day },
    trafficLimit: slot % 3 === 0 ? 2000 * gib : undefined,
  });
  return {
    node,
    presence,
    troubles: [
      ...(hot ? [{ kind: "disk", value: 97, limit: 90 } as const] : []),
      ...(expiring ? [{ kind: "expiry", value: 3, limit: 7 } as const] : []),
    ],
    figures: {
      cpu: known(spread(70, 7)),
      memory: known(20 + spread(60, 5)),
      swap: known(spread(30, 3)),
      disk: known(disk),
      networkIn: known((1 + spread(90, 17)) * 40_000),
      networkOut: known((1 + spread(90, 19)) * 20_000),
      traffic: known((10 + spread(900, 31)) * gib),
      ping: known(10 + spread(200, 9)),
      loss: known(slot % 13 === 0 ? 2.4 : 0),
      load: known(spread(200, 3) / 100),
      startedAt: known(fleetNow - (1 + spread(300, 5)) * day),
      processes: known(90 + spread(80, 3)),
      connections: known(spread(120, 7)),
      temperature: slot % 10 === 0 ? known(40 + spread(30, 3)) : NaN,
      gpu: NaN,
      reportedAt: known(presence === "offline" ? fleetNow - 5 * day : fleetNow - 2000),
    },
  };
}

function trailOf(slot: number): readonly number[] {
  return Array.from({ length: trailLength }, (_, index) =>
    slot % 6 === 1 && index > 10 && index < 15
      ? noSample
      : Math.max(0, Math.round(20 + (slot % 40) + 12 * Math.sin(index * 1.7 + slot))),
  );
}

/** All nodes, as the host sends them first. */
export function fleetUpdate(count: number): FleetUpdate {
  const slots = Array.from({ length: count }, (_, slot) => slot);
  const rows = slots.map(fleetRow);
  return {
    reset: true,
    serverTimes: { [fleetServerId]: fleetNow },
    nodes: rows.map(({ node }) => node),
    states: rows.map(({ node, presence, troubles }) => ({ slot: node.slot, presence, troubles })),
    figures: fleetFigures.map((figure) => ({
      figure,
      slots: Uint32Array.from(slots),
      values: Float64Array.from(rows, ({ figures }) => figures[figure]),
    })),
    trails: {
      slots: Uint32Array.from(slots),
      percents: Uint8Array.from(slots.flatMap(trailOf)),
    },
  };
}

/** A poll in which one figure of some nodes changed. */
export function figureUpdate(
  figure: FleetFigure,
  values: Readonly<Record<number, number>>,
): FleetUpdate {
  const slots = Object.keys(values).map(Number);
  const change: FigureChange = {
    figure,
    slots: Uint32Array.from(slots),
    values: Float64Array.from(slots, (slot) => values[slot] ?? NaN),
  };
  return { serverTimes: {}, figures: [change] };
}
