import * as l10n from "@vscode/l10n";
import { type ChartSetup } from "../../../src/shared/chartApi";
import { type MetricKey, metrics } from "../../../src/shared/metrics";
import { element } from "../../lib/dom";
import { type PanelState } from "../state/panelState";

export interface CompareSelects {
  readonly element: HTMLElement;
  readonly update: (state: PanelState) => void;
}

/** What several nodes are compared by: the metric, and for pings the task. */
export function createCompareSelects(
  setup: Pick<ChartSetup, "metrics" | "tasks">,
  onChosen: (choice: { readonly metric?: MetricKey; readonly taskId?: number }) => void,
): CompareSelects {
  const metric = select(
    l10n.t("Compare by"),
    setup.metrics.map((key) => [key, metrics[key].label()]),
  );
  const task = select(
    l10n.t("Ping task"),
    setup.tasks.map(({ id, name }) => [String(id), name]),
  );
  metric.addEventListener("change", () => {
    const chosen = setup.metrics.find((key) => key === metric.value);
    if (chosen !== undefined) onChosen({ metric: chosen });
  });
  task.addEventListener("change", () => {
    const chosen = setup.tasks.find(({ id }) => String(id) === task.value);
    if (chosen !== undefined) onChosen({ taskId: chosen.id });
  });
  return {
    element: element("div", { class: "tools" }, metric, task),
    update: (state) => {
      metric.value = state.metric ?? "";
      task.value = state.taskId === undefined ? "" : String(state.taskId);
      task.hidden = state.metric !== "ping";
    },
  };
}

function select(label: string, options: readonly (readonly [string, string])[]) {
  return element(
    "select",
    { "aria-label": label, title: label },
    ...options.map(([value, text]) => element("option", { value }, text)),
  );
}
