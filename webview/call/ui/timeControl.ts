import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../../src/shared/call/methodSpec";
import { createTextControl } from "../../lib/controls";
import { button, element } from "../../lib/dom";
import { localRfc3339, pickerTextOf } from "../state/rfc3339";
import { timeChoices } from "../state/timeChoices";
import { type OnField, type ValueControl } from "./valueControl";

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
