import { type FleetColumn, type ShownColumn } from "../../../src/shared/fleet/fleetChoices";
import { columnOf } from "./columnTable";

/** What goes first where there is no room. CPU and the name stay. */
const droppedFirst: readonly FleetColumn[] = [
  ...(["remark", "tags", "group", "os", "region", "agent", "reported", "price"] as const),
  ...([
    "connections",
    "processes",
    "expires",
    "uptime",
    "load",
    "loss",
    "ping",
    "traffic",
  ] as const),
  ...(["gpu", "temperature", "swap", "server", "network", "disk", "memory"] as const),
];

export interface FittedColumn {
  readonly id: FleetColumn;
  /** Pixels. */
  readonly width: number;
}

export interface FittedColumns {
  /** Pixels behind the last column. */
  readonly gutter: number;
  readonly columns: readonly FittedColumn[];
  /** Chosen, but without room. */
  readonly hidden: readonly FleetColumn[];
}

/** The icon before the name; the scroll bar behind the last column, and the link beside it to those without room. */
const [iconWidth, plainGutter, linkGutter] = [48, 12, 38];

/**
 * The columns that fit, the name getting what is left. What the user made wider by hand, or sorts by,
 * is never left out.
 * @param width of the table, pixels.
 */
export function fitColumns(
  shown: readonly ShownColumn[],
  width: number,
  sorted: readonly FleetColumn[],
): FittedColumns {
  const kept = new Map(
    shown.map((column) => [column.id, column.width ?? columnOf(column.id).width]),
  );
  const hidden: FleetColumn[] = [];
  const gutter = () => (hidden.length > 0 ? linkGutter : plainGutter);
  const needed = () => {
    const widths = [...kept].reduce((sum, [, own]) => sum + own, 0);
    return iconWidth + widths + gutter();
  };
  const isByHand = (id: FleetColumn) =>
    shown.some((column) => column.id === id && column.width !== undefined);
  for (const id of droppedFirst) {
    if (needed() <= width) break;
    if (!kept.has(id) || sorted.includes(id) || isByHand(id)) continue;
    kept.delete(id);
    hidden.push(id);
  }
  const rest = Math.max(0, width - needed());
  const columns = [...kept].map(([id, own]) => ({
    id,
    width: id === "name" && !isByHand("name") ? own + rest : own,
  }));
  return { columns, hidden, gutter: gutter() };
}
