import * as l10n from "@vscode/l10n";
import { type ChartSetup } from "../../../src/shared/chartApi";
import { type MetricKey, metrics } from "../../../src/shared/metrics";
import { button, element, newId, setAttributes } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { createPopover } from "../../lib/popover";
import {
  type Aggregate,
  aggregates,
  type CompareChoice,
  type PanelState,
} from "../state/panelState";

/** What several nodes are compared by: charts of chosen metrics or of one, the ping task, the line of all together. */
export interface CompareBar {
  readonly element: HTMLElement;
  readonly update: (state: PanelState) => void;
}

type OnChosen = (choice: CompareChoice) => void;

/** @param moreNodes adds nodes. */
export function createCompareBar(
  setup: Pick<ChartSetup, "metrics" | "tasks">,
  onChosen: OnChosen,
  moreNodes: HTMLElement,
): CompareBar {
  const parts = [
    createModes(onChosen),
    createMetricChecks(setup, onChosen),
    createMetricSelect(setup, onChosen),
    createTaskSelect(setup, onChosen),
    createAggregateSelect(onChosen),
  ];
  return {
    element: element("div", { class: "tools" }, ...parts.map((part) => part.element), moreNodes),
    update: (state) => {
      for (const part of parts) part.update(state);
    },
  };
}

function createModes(onChosen: OnChosen): CompareBar {
  const mode = (name: "layout" | "chart", text: string, value: PanelState["mode"]) => ({
    value,
    button: button({
      icon: icon(name),
      text,
      class: "choice",
      onClick: () => onChosen({ mode: value }),
    }),
  });
  const modes = [
    mode("layout", l10n.t("Charts"), "charts"),
    mode("chart", l10n.t("One Metric"), "one"),
  ];
  const root = element(
    "div",
    { class: "choices modes", role: "group", "aria-label": l10n.t("Charts or one metric") },
    ...modes.map((each) => each.button),
  );
  return {
    element: root,
    update: (state) => {
      for (const each of modes) {
        each.button.setAttribute("aria-pressed", String(each.value === state.mode));
      }
    },
  };
}

/** At least one stays chosen. */
function createMetricChecks(setup: Pick<ChartSetup, "metrics">, onChosen: OnChosen): CompareBar {
  let chosen: readonly MetricKey[] = [];
  const boxes = setup.metrics.map((key) => {
    const id = newId();
    const input = element("input", { type: "checkbox", id });
    input.addEventListener("change", () => {
      const next = setup.metrics.filter((each) =>
        each === key ? input.checked : chosen.includes(each),
      );
      if (next.length > 0) onChosen({ metrics: next });
      else input.checked = true;
    });
    const label = element("label", { for: id }, metrics[key].label());
    return { key, input, element: element("li", { class: "check" }, input, label) };
  });
  const popover = createPopover({
    text: l10n.t("Metrics"),
    icon: "checklist",
    title: l10n.t("Choose the metrics to compare"),
    content: element("ul", { class: "metric-list" }, ...boxes.map((box) => box.element)),
  });
  return {
    element: popover.element,
    update: (state) => {
      chosen = state.metrics;
      popover.element.hidden = state.mode === "one";
      for (const { key, input } of boxes) input.checked = chosen.includes(key);
    },
  };
}

function createMetricSelect(setup: Pick<ChartSetup, "metrics">, onChosen: OnChosen): CompareBar {
  const options = setup.metrics.map((key) => [key, metrics[key].label()] as const);
  const metric = createSelect(l10n.t("Compare by"), options, (value) => {
    const chosen = setup.metrics.find((key) => key === value);
    if (chosen !== undefined) onChosen({ metric: chosen });
  });
  return {
    element: metric,
    update: (state) => {
      metric.value = state.metric ?? "";
      metric.hidden = state.mode === "charts";
    },
  };
}

function createTaskSelect(setup: Pick<ChartSetup, "tasks">, onChosen: OnChosen): CompareBar {
  const options = setup.tasks.map(({ id, name }) => [String(id), name] as const);
  const task = createSelect(l10n.t("Ping task"), options, (value) => {
    const chosen = setup.tasks.find(({ id }) => String(id) === value);
    if (chosen !== undefined) onChosen({ taskId: chosen.id });
  });
  return {
    element: task,
    update: ({ mode, metric, metrics: shown, taskId }) => {
      task.value = taskId === undefined ? "" : String(taskId);
      const isShown = mode === "one" ? metric === "ping" : shown.includes("ping");
      task.hidden = !isShown || setup.tasks.length < 2;
    },
  };
}

function createAggregateSelect(onChosen: OnChosen): CompareBar {
  const names: Readonly<Record<Aggregate, string>> = {
    none: l10n.t("No average"),
    average: l10n.t("Average"),
    sum: l10n.t("Sum"),
  };
  const options = aggregates.map((key) => [key, names[key]] as const);
  const select = createSelect(l10n.t("Line of all nodes"), options, (value) => {
    const chosen = aggregates.find((key) => key === value);
    if (chosen !== undefined) onChosen({ aggregate: chosen });
  });
  return { element: select, update: ({ aggregate }) => void (select.value = aggregate) };
}

function createSelect(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  onChange: (value: string) => void,
): HTMLSelectElement {
  const select = element(
    "select",
    {},
    ...options.map(([value, text]) => element("option", { value }, text)),
  );
  setAttributes(select, { "aria-label": label, title: label });
  select.addEventListener("change", () => onChange(select.value));
  return select;
}
