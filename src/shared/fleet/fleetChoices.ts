/** How the user wants the fleet shown. What was stored may come from another version: see `readChoices`. */

/** In their first order. */
export const fleetColumns = [
  "name",
  "server",
  "cpu",
  "memory",
  "swap",
  "disk",
  "network",
  "traffic",
  "ping",
  "loss",
  "load",
  "uptime",
  "processes",
  "connections",
  "temperature",
  "gpu",
  "price",
  "expires",
  "os",
  "region",
  "group",
  "tags",
  "agent",
  "reported",
  "remark",
] as const;
export type FleetColumn = (typeof fleetColumns)[number];

export const fleetGroupings = ["none", "group", "region", "server", "tag", "os", "state"] as const;
export type FleetGrouping = (typeof fleetGroupings)[number];

/** A state by which the nodes are narrowed down. `attention`: offline, over a threshold or expiring. */
export const fleetStates = [
  "all",
  "online",
  "trouble",
  "offline",
  "neverReported",
  "expiring",
  "attention",
] as const;
export type FleetState = (typeof fleetStates)[number];

export interface ShownColumn {
  readonly id: FleetColumn;
  /** Pixels, as the user made it; else its own width. */
  readonly width?: number;
}

export interface SortKey {
  readonly column: FleetColumn;
  /** Of the two values of `network`: upload. */
  readonly upload?: true;
  readonly descending: boolean;
}

/** Only nodes with one of the chosen tags, and in one of the chosen groups, are shown. Untrusted text. */
export interface Narrowing {
  readonly by: "tag" | "group";
  readonly value: string;
}

/** What a saved view consists of. */
export interface FleetView {
  /** Those shown, in order; `name` is always the first. */
  readonly columns: readonly ShownColumn[];
  /** The most important first; none: the server's own order. */
  readonly sort: readonly SortKey[];
  readonly groupBy: FleetGrouping;
  readonly filter: string;
  readonly state: FleetState;
  readonly narrowedTo: readonly Narrowing[];
  /** The name of the ping task shown; undefined: the average of all. */
  readonly pingTask: string | undefined;
}

export interface SavedView extends FleetView {
  readonly name: string;
}

export interface FleetChoices extends FleetView {
  readonly mode: "table" | "map";
  /** What fills the cells of the map. */
  readonly fill: FleetColumn;
  /** The list of nodes that need attention is unfolded. */
  readonly attention: boolean;
  /** The name of the saved view last chosen. */
  readonly view: string | undefined;
}

export const defaultChoices: FleetChoices = {
  columns: (
    [
      ...["name", "cpu", "memory", "disk", "network", "traffic"],
      ...["ping", "loss", "load", "uptime", "expires"],
    ] as const
  ).map((id) => ({ id })),
  sort: [],
  groupBy: "group",
  filter: "",
  state: "all",
  narrowedTo: [],
  pingTask: undefined,
  mode: "table",
  fill: "cpu",
  attention: true,
  view: undefined,
};

/** Takes what is right of a stored value, and the defaults for the rest. */
export function readChoices(stored: unknown): FleetChoices {
  const { mode, fill, attention, view } = isRecord(stored) ? stored : {};
  return {
    ...readFleetView(stored),
    mode: oneOf(["table", "map"], mode) ?? defaultChoices.mode,
    fill: oneOf(fleetColumns, fill) ?? defaultChoices.fill,
    attention: typeof attention === "boolean" ? attention : defaultChoices.attention,
    view: textIn(view),
  };
}

/** Those with a name, the first of each. */
export function readSavedViews(stored: unknown): readonly SavedView[] {
  const named = (Array.isArray(stored) ? (stored as readonly unknown[]) : []).flatMap((view) => {
    const name = isRecord(view) ? textIn(view.name)?.trim() : undefined;
    return name === undefined || name === "" ? [] : [{ ...readFleetView(view), name }];
  });
  return named.filter(({ name }, index) => named.findIndex((view) => view.name === name) === index);
}

/** Of a message or a setting. */
export function readFleetView(stored: unknown): FleetView {
  const { columns, sort, groupBy, filter, state, narrowedTo, pingTask } = isRecord(stored)
    ? stored
    : {};
  return {
    columns: readColumns(columns) ?? defaultChoices.columns,
    sort: readSort(sort),
    groupBy: oneOf(fleetGroupings, groupBy) ?? defaultChoices.groupBy,
    filter: textIn(filter) ?? "",
    state: oneOf(fleetStates, state) ?? defaultChoices.state,
    narrowedTo: readNarrowings(narrowedTo),
    pingTask: textIn(pingTask),
  };
}

function readNarrowings(stored: unknown): readonly Narrowing[] {
  return (Array.isArray(stored) ? (stored as readonly unknown[]) : []).flatMap((narrowing) => {
    const { by: storedBy, value } = isRecord(narrowing) ? narrowing : {};
    const by = oneOf(["tag", "group"] as const, storedBy);
    return by === undefined || typeof value !== "string" ? [] : [{ by, value }];
  });
}

/** Pixels: narrower than these nothing can be read or dragged, wider nothing else is seen. */
const [minWidth, maxWidth] = [24, 2000];

function readColumns(stored: unknown): readonly ShownColumn[] | undefined {
  if (!Array.isArray(stored)) return undefined;
  const byId = new Map<FleetColumn, ShownColumn>([["name", { id: "name" }]]);
  for (const column of stored as readonly unknown[]) {
    const { id: storedId, width } = isRecord(column) ? column : {};
    const id = oneOf(fleetColumns, storedId);
    if (id === undefined) continue;
    const isWidth = typeof width === "number" && width >= minWidth && width <= maxWidth;
    byId.set(id, isWidth ? { id, width } : { id });
  }
  return [...byId.values()];
}

function readSort(stored: unknown): readonly SortKey[] {
  const byColumn = new Map<FleetColumn, SortKey>();
  for (const key of Array.isArray(stored) ? (stored as readonly unknown[]) : []) {
    const { column: storedColumn, upload, descending } = isRecord(key) ? key : {};
    const column = oneOf(fleetColumns, storedColumn);
    if (column === undefined || byColumn.has(column)) continue;
    const isUpload = column === "network" && upload === true;
    byColumn.set(column, {
      column,
      descending: descending === true,
      ...(isUpload && { upload: true }),
    });
  }
  return [...byColumn.values()];
}

function oneOf<Name extends string>(names: readonly Name[], value: unknown): Name | undefined {
  return names.find((name) => name === value);
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
