import * as l10n from "@vscode/l10n";
import { itemType } from "../../../src/shared/call/fieldValue";
import { type ParamSpec, type ParamType } from "../../../src/shared/call/methodSpec";
import {
  type Choice,
  createChoiceControl,
  createTextControl,
  createPushButton,
} from "../../lib/controls";
import { moveItem, unsetField } from "../state/callState";
import { createJsonEditor } from "./jsonEditor";
import { type FieldDraft } from "../../../src/shared/call/requestDraft";
import { button, element, reconcileKeepingFocus, setAttributes, setText } from "../../lib/dom";
import { localRfc3339, pickerTextOf, timeChoices } from "../state/times";
import { icon } from "../../lib/icons";

/**
 * @param onType called with what is typed as text, `onField` with all else.
 * @param nameOf the name of what an item stands for.
 */
export function createValueControl(
  spec: ParamSpec,
  onField: OnField,
  onType: OnField,
  nameOf: NameOf,
): ValueControl {
  switch (spec.type.kind) {
    case "text":
    case "number":
      return createTextValue(spec, onType);
    case "boolean":
      return createChoiceValue(spec, ["true", "false"], onField);
    case "choice":
      return createChoiceValue(spec, spec.type.options, onField);
    case "list":
      return createListEditor(spec, itemType(spec.type), onField, nameOf);
    case "time":
      return createTimeControl(spec, onField);
    case "json":
      return createJsonValue(spec, onType);
  }
}

function createTextValue(spec: ParamSpec, onType: OnField): ValueControl {
  const control = createTextControl({
    label: spec.name,
    ...(spec.example !== undefined && { placeholder: spec.example }),
    ...(spec.secret && { secret: true }),
    ...(spec.multiline && { rows: 4 }),
    onInput: (text) => onType({ set: true, text }),
  });
  return {
    element: control.element,
    update: ({ field, ...rest }) => control.update({ value: field.text, ...rest }),
  };
}

/** The options, and "not set". */
function createChoiceValue(
  { name }: ParamSpec,
  options: readonly string[],
  onField: OnField,
): ValueControl {
  let shown = unsetField;
  const control = createChoiceControl({
    label: name,
    onChange: (value) =>
      onField(value === undefined ? { ...shown, set: false } : { set: true, text: value }),
  });
  return {
    element: control.element,
    update: ({ field, ...rest }) => {
      shown = field;
      const isOdd = field.set && !options.includes(field.text);
      const all = isOdd ? [...options, field.text] : options;
      const choices: readonly Choice[] = [
        { value: undefined, text: l10n.t("Not set") },
        ...all.map((value) => ({ value, text: value === "" ? l10n.t("Empty") : value })),
      ];
      control.update({ choices, value: field.set ? field.text : undefined, ...rest });
    },
  };
}

function createJsonValue({ name }: ParamSpec, onType: OnField): ValueControl {
  const editor = createJsonEditor({
    label: name,
    quiet: true,
    onInput: (text) => onType({ set: true, text }),
  });
  return {
    element: editor.element,
    update: ({ field, ...rest }) =>
      editor.update({ text: field.text, mustHoldJson: field.set, ...rest }),
  };
}

export interface ShownValue {
  readonly field: FieldDraft;
  /** The accessible description. */
  readonly description: string;
  readonly invalid: boolean;
}

/** The input of one parameter. */
export interface ValueControl {
  readonly element: HTMLElement;
  readonly update: (shown: ShownValue) => void;
}

export type NameOf = (text: string) => string | undefined;

export type OnField = (field: FieldDraft) => void;

/** A time as text, with buttons for common times and the browser's date picker. */
export function createTimeControl(spec: ParamSpec, onField: OnField): ValueControl {
  const { name, example = "2026-01-31T23:59:00Z" } = spec;
  const put = (time: number) => onField({ set: true, text: localRfc3339(time) });
  const text = createTextControl({
    label: name,
    placeholder: example,
    onInput: (value) => onField({ set: true, text: value }),
  });
  const picker = createPicker(name, put);
  const helpers = element("div", { class: "helpers" }, picker, ...createChips(spec, put));
  return {
    element: element("div", { class: "stack" }, text.element, helpers),
    update: ({ field, ...rest }) => {
      text.update({ value: field.text, ...rest });
      const shown = pickerTextOf(field.text);
      // Not while the user edits it.
      if (document.activeElement !== picker && picker.value !== shown) picker.value = shown;
    },
  };
}

function createPicker(name: string, put: (time: number) => void): HTMLInputElement {
  const picker = element("input", {
    type: "datetime-local",
    step: "1",
    max: "9999-12-31T23:59:59",
    "aria-label": l10n.t("{0}: date and time", name),
  });
  picker.addEventListener("change", () => {
    const time = Date.parse(picker.value);
    if (!Number.isNaN(time)) put(time);
  });
  return picker;
}

function createChips(spec: ParamSpec, put: (time: number) => void): readonly HTMLElement[] {
  return timeChoices(spec).map(({ text, afterMs }) => {
    const onClick = () => put(Math.floor((Date.now() + afterMs) / 1000) * 1000);
    return button({ text, label: l10n.t("{0}: {1}", spec.name, text), class: "chip", onClick });
  });
}

/** Further items are edited in the JSON. */
const maxRows = 100;

/** A row for each item; Alt with an arrow moves it, Enter adds the next. */
export function createListEditor(
  spec: ParamSpec,
  item: ParamType,
  onField: OnField,
  nameOf: NameOf,
): ValueControl {
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
      shown.forEach((text, at) =>
        rows[at]?.update({ text, name: nameOf(text) ?? "" }, validity, items.length),
      );
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

interface ShownItem {
  readonly text: string;
  /** What it stands for; empty: not known. */
  readonly name: string;
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
  const itemName = element("span", { class: "item-name" });
  const row = element("li", {}, value.element, itemName, up, down, remove);
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
    update: ({ text, name }: ShownItem, validity: Omit<ShownValue, "field">, count: number) => {
      value.update(text, validity);
      setText(itemName, name);
      setAttributes(itemName, { title: name });
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
