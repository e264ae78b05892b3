import { commandIds } from "../../manifest/contributions";
import { type CommandRegistry } from "../../platform/commandRegistry";
import { type Clock } from "../../util/clock";
import { type ChosenNodes } from "../nodes/commands/chosenNodes";
import { type ChartPanels } from "./chartPanels";
import { subjectKey, subjectOf } from "../common/chartSubject";

/** What the commands use of the panels. */
export type ChartCommandPanels = Pick<ChartPanels, "open" | "choose" | "keepOpen" | "export">;

/** @param chosen of the arguments that a menu passes: the row, and all that are selected. */
export function registerChartCommands(
  registry: Pick<CommandRegistry, "register">,
  charts: { use<R>(work: (panels: ChartCommandPanels) => R | Promise<R>): Promise<R> },
  chosen: (clicked: unknown, all: unknown) => ChosenNodes,
  clock: Pick<Clock, "now">,
): void {
  const doubleClick = new DoubleClick(clock);
  const subjectIn = (clicked: unknown, all: unknown) => {
    const { label, nodes } = chosen(clicked, all);
    return subjectOf(label, nodes);
  };
  registry.register(commandIds.openNode, (clicked) => {
    const subject = subjectIn(clicked, undefined);
    if (subject === undefined) return undefined;
    const preview = !doubleClick.completes(subjectKey(subject));
    return charts.use((panels) => panels.open(subject, { preview, preserveFocus: true }));
  });
  registry.register(commandIds.openCharts, (clicked, all) => {
    const subject = subjectIn(clicked, all);
    return charts.use((panels) =>
      subject === undefined
        ? panels.choose()
        : panels.open(subject, { preview: subject.kind === "node" }),
    );
  });
  registry.register(commandIds.openChartsInNewPanel, (clicked, all) => {
    const subject = subjectIn(clicked, all);
    return subject && charts.use((panels) => panels.open(subject));
  });
  registry.register(commandIds.keepChartsOpen, () => charts.use((panels) => panels.keepOpen()));
  registry.register(commandIds.exportCharts, () => charts.use((panels) => panels.export()));
}

/** As systems have it by default. */
const maxPauseMs = 500;

/** Recognizes double clicks: VS Code does not report them, it runs the command of a row twice. */
export class DoubleClick {
  #last: { readonly key: string; readonly at: number } | undefined;

  constructor(private readonly clock: Pick<Clock, "now">) {}

  /** Whether this click on what `key` stands for is the second one. */
  completes(key: string): boolean {
    const at = this.clock.now();
    const isSecond = this.#last?.key === key && at - this.#last.at <= maxPauseMs;
    this.#last = isSecond ? undefined : { key, at };
    return isSecond;
  }
}
