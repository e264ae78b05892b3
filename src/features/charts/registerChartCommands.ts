import { commandIds } from "../../contributions";
import { type CommandRegistry } from "../../platform/commandRegistry";
import { type ChosenNodes } from "../nodes/commands/chosenNodes";
import { type Charts } from "./charts";
import { subjectOf } from "./subject";

/** @param chosen of the arguments that a menu passes: the row, and all that are selected. */
export function registerChartCommands(
  registry: Pick<CommandRegistry, "register">,
  charts: Charts,
  chosen: (clicked: unknown, all: unknown) => ChosenNodes,
): void {
  registry.register(commandIds.openCharts, (clicked, all) => {
    const { label, nodes } = chosen(clicked, all);
    return charts.open(subjectOf(label, nodes));
  });
  registry.register(commandIds.exportCharts, () => charts.export());
}
