import * as l10n from "@vscode/l10n";
import { itemType } from "../../../src/shared/call/fieldValue";
import { type ParamSpec } from "../../../src/shared/call/methodSpec";
import { type Choice, createChoiceControl, createTextControl } from "../../lib/controls";
import { unsetField } from "../state/callState";
import { createJsonEditor } from "./jsonEditor";
import { createListEditor } from "./listEditor";
import { createTimeControl } from "./timeControl";
import { type OnField, type ValueControl } from "./valueControl";

export function createValueControl(spec: ParamSpec, onField: OnField): ValueControl {
  switch (spec.type.kind) {
    case "text":
    case "number":
      return createTextValue(spec, onField);
    case "boolean":
      return createChoiceValue(spec, ["true", "false"], onField);
    case "choice":
      return createChoiceValue(spec, spec.type.options, onField);
    case "list":
      return createListEditor(spec, itemType(spec.type), onField);
    case "time":
      return createTimeControl(spec, onField);
    case "json":
      return createJsonValue(spec, onField);
  }
}

function createTextValue(spec: ParamSpec, onField: OnField): ValueControl {
  const control = createTextControl({
    label: spec.name,
    ...(spec.example !== undefined && { placeholder: spec.example }),
    ...(spec.secret && { secret: true }),
    ...(spec.multiline && { rows: 4 }),
    onInput: (text) => onField({ set: true, text }),
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

function createJsonValue({ name }: ParamSpec, onField: OnField): ValueControl {
  const editor = createJsonEditor({
    label: name,
    quiet: true,
    onInput: (text) => onField({ set: true, text }),
  });
  return {
    element: editor.element,
    update: ({ field, ...rest }) =>
      editor.update({ text: field.text, mustHoldJson: field.set, ...rest }),
  };
}
