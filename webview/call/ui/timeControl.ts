import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../../src/shared/call/methodSpec";
import { createTextControl } from "../../lib/controls";
import { button, element } from "../../lib/dom";
import { localRfc3339, pickerTextOf } from "../state/rfc3339";
import { type OnField, type ValueControl } from "./valueControl";

const hour = 3_600_000;

/** A time as text, with buttons for those that are often meant and the browser's own picker. */
export function createTimeControl(spec: ParamSpec, onField: OnField): ValueControl {
  const put = (time: number) => onField({ set: true, text: localRfc3339(time) });
  const text = createTextControl({
    label: spec.name,
    placeholder: spec.example ?? "2026-01-31T23:59:00Z",
    onInput: (typed) => onField({ set: true, text: typed }),
  });
  const picker = element("input", {
    ...{ type: "datetime-local", step: "1", max: "9999-12-31T23:59:59" },
    "aria-label": l10n.t("{0}: date and time", spec.name),
  });
  picker.addEventListener("change", () => {
    const time = Date.parse(picker.value);
    if (!Number.isNaN(time)) put(time);
  });
  const quick = (label: string, agoMs: number) =>
    button({
      text: label,
      label: l10n.t("{0}: {1}", spec.name, label),
      class: "chip",
      onClick: () => put(Math.floor((Date.now() - agoMs) / 1000) * 1000),
    });
  const helpers = element(
    "div",
    { class: "helpers" },
    picker,
    quick(l10n.t("Now"), 0),
    quick(l10n.t("1 h ago"), hour),
    quick(l10n.t("24 h ago"), 24 * hour),
  );
  return {
    element: element("div", { class: "stack" }, text.element, helpers),
    update: ({ field, ...told }) => {
      text.update({ value: field.text, ...told });
      const shown = pickerTextOf(field.text);
      // A time that is being filled in is left alone.
      if (document.activeElement !== picker && picker.value !== shown) picker.value = shown;
    },
  };
}
