import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../../src/shared/call/methodSpec";
import { paramText } from "../../../src/shared/call/methodTexts";
import { type FieldDraft, type FieldProblem } from "../../../src/shared/call/requestDraft";
import { shownName } from "../../../src/shared/shownName";
import { createCheckControl, createPushButton } from "../../lib/controls";
import { button, element } from "../../lib/dom";
import { unsetField } from "../state/callState";
import { createProblemMessage } from "./problemMessage";
import { type OnField } from "./valueControl";
import { createValueControl } from "./valueControls";

export interface FieldEvents {
  readonly onField: (name: string, field: FieldDraft) => void;
  /** Lets the user choose the value in the host. */
  readonly onPick: (spec: ParamSpec) => void;
}

export interface Field {
  readonly element: HTMLElement;
  readonly update: (field: FieldDraft, problem: FieldProblem | undefined) => void;
  readonly focus: () => void;
}

/** One parameter: whether it is sent, its description, its value and the problem of that. */
export function createField(spec: ParamSpec, events: FieldEvents): Field {
  const { name } = spec;
  let shown = unsetField;
  const put: OnField = (field) => events.onField(name, field);
  const isSent = createCheckControl({
    label: l10n.t("Send {0}", name),
    quiet: true,
    onChange: (set) => put({ ...shown, set }),
  });
  const value = createValueControl(spec, put);
  const suggestions = createSuggestions(spec, () => shown, put);
  const problemMessage = createProblemMessage();
  const body = element(
    "div",
    { class: "field-body" },
    ...[createHead(spec, events), ...hintsOf(spec).map(createHint)],
    ...[value.element, suggestions, problemMessage.element],
  );
  const root = element(
    "div",
    { class: "field", role: "group", "aria-label": name },
    element("div", { class: "field-switch" }, isSent.element),
    body,
  );
  return {
    element: root,
    update: (field, problem) => {
      shown = field;
      root.classList.toggle("unset", !field.set);
      isSent.update({ checked: field.set });
      const [description, invalid] = [spokenText(spec, problem), problem?.severity === "error"];
      value.update({ field, description, invalid });
      problemMessage.update(problem);
    },
    focus: () => {
      root.scrollIntoView({ block: "nearest" });
      const typed = "vscode-text-field, vscode-text-area, select, textarea, vscode-button";
      body.querySelector<HTMLElement>(`:is(${typed}):not(.field-head *)`)?.focus();
    },
  };
}

/** The accessible description: type, hints and problem. */
function spokenText(spec: ParamSpec, problem: FieldProblem | undefined): string {
  const parts = [typeLabel(spec), ...requiredText(spec), ...hintsOf(spec), problem?.message ?? ""];
  return parts.filter((text) => text !== "").join(". ");
}

function hintsOf(spec: ParamSpec): readonly string[] {
  return [paramText(spec), keepingText(spec)].filter((text) => text !== "");
}

function createHint(text: string): HTMLElement {
  return element("p", { class: "hint" }, text);
}

function createHead(spec: ParamSpec, { onPick }: FieldEvents): HTMLElement {
  const { picker } = spec;
  const name = shownName(spec.name);
  const type = typeLabel(spec);
  const choose = createPushButton({
    text: l10n.t("Choose…"),
    label: l10n.t("Choose… {0}", name),
    onClick: () => onPick(spec),
  });
  return element(
    "div",
    { class: "field-head" },
    element("span", { class: "field-name", title: name }, name),
    element("span", { class: "field-type", title: type }, type),
    ...requiredText(spec).map((text) => element("span", { class: "field-required" }, text)),
    picker && element("span", { class: "field-pick" }, choose.element),
  );
}

/** The type as documented, or else its kind. */
function typeLabel({ type, typeText }: ParamSpec): string {
  return typeText === "" ? type.kind : typeText;
}

function requiredText({ required }: ParamSpec): readonly string[] {
  return required ? [l10n.t("required")] : [];
}

function keepingText({ secret }: ParamSpec): string {
  return secret ? l10n.t("Secret. Cleared when the panel is hidden.") : "";
}

function createSuggestions(
  { name, type, suggestions = [] }: ParamSpec,
  current: () => FieldDraft,
  put: OnField,
): HTMLElement | undefined {
  if (suggestions.length === 0) return undefined;
  const take = (text: string) => {
    const { items = [] } = current();
    if (type.kind !== "list") put({ set: true, text });
    else if (!items.includes(text)) put({ set: true, text: "", items: [...items, text] });
  };
  const chips = suggestions.map((text) =>
    button({
      text,
      class: "chip",
      label: l10n.t("{0}: {1}", name, text),
      onClick: () => take(text),
    }),
  );
  return element("div", { class: "helpers" }, ...chips);
}
