import { commandIds } from "../../manifest/contributions";
import { type CommandRegistry } from "../../platform/commandRegistry";
import { isRecord } from "../../util/json";
import { type FleetPanels } from "./fleetPanels";
import { type FleetSubject } from "./fleetSubject";

/** What the commands use of the panels. */
type CommandPanels = Pick<FleetPanels, "open" | "filter" | "export">;

export function registerFleetCommands(
  registry: Pick<CommandRegistry, "register">,
  fleet: { use<R>(work: (panels: CommandPanels) => R | Promise<R>): Promise<R> },
): void {
  registry.register(commandIds.openFleet, (row) =>
    fleet.use((panels) => panels.open(fleetSubjectOf(row))),
  );
  registry.register(commandIds.filterFleet, () => fleet.use((panels) => panels.filter()));
  registry.register(commandIds.exportFleet, () => fleet.use((panels) => panels.export()));
}

/** Of the row of a server, or of one of its groups; all servers without one. */
export function fleetSubjectOf(row: unknown): FleetSubject {
  if (!isRecord(row) || typeof row.serverId !== "string") return {};
  const { serverId, kind, key } = row;
  const group = kind === "group" && isRecord(key) && key.kind === "value" ? key.value : undefined;
  return typeof group === "string" ? { serverId, group } : { serverId };
}
