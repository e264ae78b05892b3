import * as l10n from "@vscode/l10n";
import { type ParamSpec, type ParamType } from "../../../src/shared/call/methodSpec";
import { createChoiceControl, createPushButton, createTextControl } from "../../lib/controls";
import { reconcileKeepingFocus, button, element, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { moveItem } from "../state/listItems";
import { type OnField, type ShownValue, type ValueControl } from "./valueControl";

/** Further items are edited in the JSON. */
const maxRows = 100;

/** A row for each item; Alt with an arrow moves it, Enter adds the next. */
export function createListEditor(spec: ParamSpec, item: ParamType, onField: OnField): ValueControl {
  let items: readonly string[] = [];
  const rows: ItemRow[] = [];
  const list = element("ol", { class: "items" });
  const more = element("p", { class: "hint" });
  const change = (next: readonly string[], focusAt?: number) => {
    onField({ set: true, text: "", items: next });
    if (focusAt !== undefined) rows[Math.min(focusAt, next.length - 1)]?.focus();
    if (next.length === 0) add.element.focus();
  };
  const insert = (at: number) => change([...items.slice(0, at), "", ...items.slice(at)], at);
  const add = createPushButton({
    text: l10n.t("Add Item"),
    label: l10n.t("Add Item to {0}", spec.name),
    onClick: () => insert(items.length),
  });
  const events: RowEvents = {
    onInput: (at, text) => change(items.with(at, text)),
    onMove: (at, by) => {
      const to = at + by;
      if (to >= 0 && to < items.length) change(moveItem(items, at, to), to);
    },
    onRemove: (at) => change(items.toSpliced(at, 1), at),
    onNext: (at) => insert(at + 1),
  };
  return {
    element: element("div", { class: "stack" }, list, more, add.element),
    update: ({ field, ...validity }) => {
      items = field.items ?? [];
      const shown = items.slice(0, maxRows);
      while (rows.length < shown.length) rows.push(createRow(spec.name, item, rows.length, events));
      rows.length = shown.length;
      reconcileKeepingFocus(
        list,
        rows.map((row) => row.element),
      );
      shown.forEach((text, at) => rows[at]?.update(text, validity, items.length));
      const left = items.length - shown.length;
      setText(more, left > 0 ? l10n.t("{0} more in the JSON.", left) : "");
    },
  };
}

interface RowEvents {
  readonly onInput: (at: number, text: string) => void;
  readonly onMove: (at: number, by: -1 | 1) => void;
  readonly onRemove: (at: number) => void;
  readonly onNext: (at: number) => void;
}

type ItemRow = ReturnType<typeof createRow>;

function createRow(name: string, type: ParamType, at: number, events: RowEvents) {
  const label = l10n.t("{0}: item {1}", name, at + 1);
  const value = createItemControl(label, type, (text) => events.onInput(at, text));
  const tool = (glyph: "up" | "down" | "close", text: string, onClick: () => void) =>
    button({ icon: icon(glyph), label: text, class: "tool icon-only", onClick });
  const up = tool("up", l10n.t("Move up: {0}", label), () => events.onMove(at, -1));
  const down = tool("down", l10n.t("Move down: {0}", label), () => events.onMove(at, 1));
  const remove = tool("close", l10n.t("Remove: {0}", label), () => events.onRemove(at));
  const row = element("li", {}, value.element, up, down, remove);
  row.addEventListener("keydown", (event) => {
    if (event.altKey && event.key === "ArrowUp") events.onMove(at, -1);
    else if (event.altKey && event.key === "ArrowDown") events.onMove(at, 1);
    else if (isPlainEnter(event) && value.element.contains(document.activeElement))
      events.onNext(at);
    else return;
    event.preventDefault();
  });
  return {
    element: row,
    focus: () => value.element.focus(),
    update: (text: string, validity: Omit<ShownValue, "field">, count: number) => {
      value.update(text, validity);
      up.setAttribute("aria-disabled", String(at === 0));
      down.setAttribute("aria-disabled", String(at === count - 1));
    },
  };
}

function isPlainEnter({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return key === "Enter" && !ctrlKey && !metaKey && !altKey && !isComposing;
}

interface ItemControl {
  readonly element: HTMLElement;
  readonly update: (text: string, validity: Omit<ShownValue, "field">) => void;
}

function createItemControl(
  label: string,
  type: ParamType,
  onInput: (text: string) => void,
): ItemControl {
  const options =
    type.kind === "choice" ? type.options : type.kind === "boolean" ? ["true", "false"] : undefined;
  if (options === undefined) {
    const { element, update } = createTextControl({ label, onInput });
    return { element, update: (value, validity) => update({ value, ...validity }) };
  }
  const { element, update } = createChoiceControl({
    label,
    onChange: (value) => onInput(value ?? ""),
  });
  return {
    element,
    update: (value, validity) => {
      const all = options.includes(value) ? options : [...options, value];
      update({ choices: all.map((each) => ({ value: each, text: each })), value, ...validity });
    },
  };
}
