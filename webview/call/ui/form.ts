import * as l10n from "@vscode/l10n";
import { joinList } from "../../../src/shared/joinList";
import { type ParamsSpec, type ParamSpec } from "../../../src/shared/call/methodSpec";
import { fieldIn, omittedMembers } from "../../../src/shared/call/paramsOf";
import { specsOf } from "../../../src/shared/call/readParams";
import {
  type FieldProblem,
  type RequestDraft,
  type FieldDraft,
} from "../../../src/shared/call/requestDraft";
import { element, setText, button } from "../../lib/dom";
import { unsetField } from "../state/callState";
import { paramText } from "../../../src/shared/call/methodTexts";
import { shownName } from "../../../src/shared/shownName";
import { createCheckControl, createPushButton } from "../../lib/controls";
import { createProblemMessage } from "./problemMessage";
import { type OnField, createValueControl } from "./valueControls";

export interface ShownForm {
  readonly draft: RequestDraft;
  /** By the parameter's name. */
  readonly problems: ReadonlyMap<string, FieldProblem>;
  readonly jsonIsBroken: boolean;
}

export interface Form {
  readonly element: HTMLElement;
  readonly update: (shown: ShownForm) => void;
  readonly focus: (name: string) => void;
}

/** A field for each parameter, and hints about members without a field. */
export function createForm(params: ParamsSpec, events: FieldEvents): Form {
  const fields = specsOf(params).map((spec) => ({ spec, field: createField(spec, events) }));
  const hint = (text = "") => element("p", { class: "hint" }, text);
  const [stale, others, behind] = [hint(), hint(), hint()];
  const none = fields.length === 0 ? hint(l10n.t("This method takes no parameters.")) : undefined;
  return {
    element: element(
      "div",
      { class: "form-side", role: "group", "aria-label": l10n.t("Form") },
      ...[stale, none, ...fields.map(({ field }) => field.element), others, behind],
    ),
    update: ({ draft, problems, jsonIsBroken }) => {
      for (const { spec, field } of fields) {
        field.update(fieldIn(draft, spec.name) ?? unsetField, problems.get(spec.name));
      }
      setText(stale, jsonIsBroken ? staleText() : "");
      const left = omittedMembers(params, draft);
      const sent = Object.keys(draft.others).filter((name) => !left.includes(name));
      setText(others, sent.length > 0 ? l10n.t("Also sent: {0}", joinList(sent)) : "");
      setText(behind, left.length > 0 ? leftText(left) : "");
    },
    focus: (name) => fields.find(({ spec }) => spec.name === name)?.field.focus(),
  };
}

function staleText(): string {
  return l10n.t("Invalid JSON. The form shows the last valid values.");
}

function leftText(names: readonly string[]): string {
  return l10n.t("Omitted when sent by position: {0}", joinList(names));
}

export interface FieldEvents {
  readonly onField: (name: string, field: FieldDraft) => void;
  /** A key was pressed in the text of the field. */
  readonly onTypeField: (name: string, field: FieldDraft) => void;
  /** The name of the node or ping task that a value stands for. */
  readonly nameOf: (spec: ParamSpec, value: string) => string | undefined;
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
  const onType: OnField = (field) => {
    shown = field;
    events.onTypeField(name, field);
  };
  const isSent = createCheckControl({
    label: l10n.t("Send {0}", name),
    quiet: true,
    onChange: (set) => put({ ...shown, set }),
  });
  const nameOf = (text: string) => events.nameOf(spec, text);
  const value = createValueControl(spec, put, onType, nameOf);
  const valueName = element("p", { class: "hint value-name" });
  const suggestions = createSuggestions(spec, () => shown, put);
  const problemMessage = createProblemMessage();
  const body = element(
    "div",
    { class: "field-body" },
    ...[createHead(spec, events), ...hintsOf(spec).map(createHint)],
    ...[value.element, valueName, suggestions, problemMessage.element],
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
      root.classList.toggle("missing", problem?.missing === true);
      isSent.update({ checked: field.set });
      const [description, invalid] = [spokenText(spec, problem), problem?.severity === "error"];
      value.update({ field, description, invalid });
      setText(valueName, (field.set ? nameOf(field.text) : undefined) ?? "");
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
  return required ? [l10n.t("Required")] : [];
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
