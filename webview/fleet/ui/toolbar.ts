import * as l10n from "@vscode/l10n";
import {
  type FleetChoices,
  type FleetColumn,
  type FleetGrouping,
  fleetGroupings,
  fleetColumns,
  type FleetView,
  type SavedView,
} from "../../../src/shared/fleet/fleetChoices";
import { button, element, setAttributes, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { createMenu } from "../../lib/menu";
import { createPopover, type Popover } from "../../lib/popover";
import { columnOf } from "../state/columnTable";
import { currentView } from "../state/currentView";
import { ColumnsMenu } from "./columnsMenu";
import { viewsMenu } from "./viewsMenu";

export interface ToolbarOptions {
  readonly onChange: (changed: Partial<FleetChoices>) => void;
  readonly onView: (view: FleetView, name: string) => void;
  readonly onSaveView: () => void;
  readonly onDeleteViews: () => void;
  readonly onExport: (format: "csv" | "json", target: "file" | "clipboard") => void;
}

export interface ToolbarView {
  readonly choices: FleetChoices;
  readonly views: readonly SavedView[];
  readonly tasks: readonly string[];
}

/** What is shown of the fleet, and how. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly filter: HTMLInputElement;
  readonly #table: HTMLButtonElement;
  readonly #map: HTMLButtonElement;
  readonly #group: HTMLSelectElement;
  readonly #fill: HTMLSelectElement;
  readonly #columns: ColumnsMenu;
  readonly #columnsPopover: Popover;
  readonly #views = element("div");
  readonly #viewsOpener: HTMLElement;
  #view: ToolbarView | undefined;

  constructor(private readonly options: ToolbarOptions) {
    const { onChange } = options;
    const mode = (name: "table" | "map", text: string) =>
      button({
        icon: icon(name === "table" ? "list" : "map"),
        text,
        class: "mode",
        title: text,
        onClick: () => onChange({ mode: name }),
      });
    this.#table = mode("table", l10n.t("Table"));
    this.#map = mode("map", l10n.t("Map"));
    this.filter = this.#createFilter();
    this.#group = chooser(l10n.t("Group by"), fleetGroupings, groupingLabel, (groupBy) =>
      onChange({ groupBy }),
    );
    const fillable = fleetColumns.filter((id) => columnOf(id).text !== undefined);
    const fillLabel = (id: FleetColumn) => l10n.t("Fill: {0}", columnOf(id).label());
    this.#fill = chooser(l10n.t("Fill cells by"), fillable, fillLabel, (fill) =>
      onChange({ fill }),
    );
    this.#columns = new ColumnsMenu({
      labelOf: (id) => columnOf(id).label(),
      onColumns: (columns) => onChange({ columns }),
      onPingTask: (pingTask) => onChange({ pingTask }),
    });
    this.#columnsPopover = createPopover({
      text: l10n.t("Columns"),
      icon: "columns",
      content: this.#columns.element,
    });
    this.#viewsOpener = this.#createViews();
    const modes = element("div", { class: "modes", role: "group" }, this.#table, this.#map);
    this.element = element(
      "div",
      { class: "fleet-toolbar", role: "toolbar", "aria-label": l10n.t("Fleet") },
      modes,
      this.filter,
      this.#group,
      this.#fill,
      this.#columnsPopover.element,
      this.#viewsOpener,
      this.#createExport(),
    );
  }

  update(view: ToolbarView): void {
    this.#view = view;
    const { choices } = view;
    setAttributes(this.#table, { "aria-pressed": String(choices.mode === "table") });
    setAttributes(this.#map, { "aria-pressed": String(choices.mode === "map") });
    if (this.filter.value !== choices.filter) this.filter.value = choices.filter;
    this.#group.value = choices.groupBy;
    this.#fill.value = choices.fill;
    this.#fill.hidden = choices.mode !== "map";
    this.#columnsPopover.element.hidden = choices.mode === "map";
    this.#nameView(view);
    this.#columns.update({
      columns: choices.columns,
      tasks: view.tasks,
      pingTask: choices.pingTask,
    });
  }

  openColumns(): void {
    this.#columnsPopover.element.querySelector("button")?.click();
  }

  /** Which saved view it is, with a dot once it is no longer shown as it was saved. */
  #nameView({ views, choices }: ToolbarView): void {
    const { name, changed } = currentView(views, choices) ?? {};
    const text = name === undefined ? l10n.t("View") : l10n.t("View: {0}", name);
    const opener = this.#viewsOpener.querySelector("button");
    const label = opener?.querySelector<HTMLElement>(".tool-text");
    if (opener === null || !label) return;
    setText(label, changed === true ? `${text} •` : text);
    const title = changed === true ? l10n.t("{0}, changed", text) : text;
    setAttributes(opener, { title, "aria-label": title });
  }

  #createFilter(): HTMLInputElement {
    const label = l10n.t("Filter by name, group, tag, OS, address…");
    const filter = element("input", { type: "search", placeholder: label, "aria-label": label });
    filter.addEventListener("input", () => this.options.onChange({ filter: filter.value }));
    filter.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || filter.value === "") return;
      event.stopPropagation();
      this.options.onChange({ filter: "" });
    });
    return filter;
  }

  #createViews(): HTMLElement {
    const { options } = this;
    const popover = createPopover({
      text: l10n.t("View"),
      icon: "bookmark",
      content: this.#views,
      onOpen: () => {
        const { views = [], choices } = this.#view ?? {};
        const close = (act: () => void) => () => {
          popover.close();
          act();
        };
        this.#views.replaceChildren(
          viewsMenu(views, choices && currentView(views, choices)?.name, {
            choose: ({ name, ...view }) => close(() => options.onView(view, name))(),
            save: close(options.onSaveView),
            remove: close(options.onDeleteViews),
          }),
        );
      },
    });
    return popover.element;
  }

  #createExport(): HTMLElement {
    const { onExport } = this.options;
    return createMenu({
      text: "",
      icon: "export",
      title: l10n.t("Export"),
      entries: [
        [l10n.t("Save as CSV…"), () => onExport("csv", "file")],
        [l10n.t("Save as JSON…"), () => onExport("json", "file")],
        [l10n.t("Copy as CSV"), () => onExport("csv", "clipboard")],
        [l10n.t("Copy as JSON"), () => onExport("json", "clipboard")],
      ],
    });
  }
}

function chooser<Key extends string>(
  label: string,
  keys: readonly Key[],
  textOf: (key: Key) => string,
  onChosen: (key: Key) => void,
): HTMLSelectElement {
  const options = keys.map((key) => element("option", { value: key }, textOf(key)));
  const select = element("select", { "aria-label": label, title: label }, ...options);
  select.addEventListener("change", () => {
    const chosen = keys.find((key) => key === select.value);
    if (chosen !== undefined) onChosen(chosen);
  });
  return select;
}

function groupingLabel(grouping: FleetGrouping): string {
  switch (grouping) {
    case "none":
      return l10n.t("No groups");
    case "group":
      return l10n.t("By group");
    case "region":
      return l10n.t("By region");
    case "server":
      return l10n.t("By server");
    case "tag":
      return l10n.t("By tag");
    case "os":
      return l10n.t("By OS");
    case "state":
      return l10n.t("By state");
  }
}
