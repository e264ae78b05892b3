import * as l10n from "@vscode/l10n";
import { formatJson } from "../../../src/shared/call/jsonText";
import { type ParamsSpec } from "../../../src/shared/call/methodSpec";
import { fieldIn, leftBehind } from "../../../src/shared/call/paramsOf";
import { specsOf } from "../../../src/shared/call/readParams";
import { type FieldProblem, type RequestDraft } from "../../../src/shared/call/requestDraft";
import { createCheckControl } from "../../lib/controls";
import { button, element, setText } from "../../lib/dom";
import { unsetField, type View } from "../state/callState";
import { createComplaint } from "./complaint";
import { createField, type FieldEvents } from "./field";
import { createJsonEditor } from "./jsonEditor";

export interface ParametersEvents extends FieldEvents {
  readonly onJson: (text: string) => void;
  readonly onStyle: (style: RequestDraft["style"]) => void;
  readonly onView: (view: View) => void;
}

export interface ShownParameters {
  readonly draft: RequestDraft;
  /** By the parameter's name. */
  readonly problems: ReadonlyMap<string, FieldProblem>;
  /** What is wrong with the JSON as a whole, but for its syntax. */
  readonly jsonProblem: string | undefined;
  readonly jsonIsBroken: boolean;
  readonly view: View;
  /** Why the parameters cannot be sent by position; undefined: they can. */
  readonly notPositional: string | undefined;
}

export interface Parameters {
  readonly element: HTMLElement;
  readonly update: (shown: ShownParameters) => void;
  readonly focusField: (name: string) => void;
  readonly focusJson: () => void;
}

/** The form and its twin of JSON; of what nobody knows the parameters of, the JSON alone. */
export function createParameters(params: ParamsSpec, events: ParametersEvents): Parameters {
  const form = createForm(params, events);
  const twin = createTwin(events);
  const views = createViews(events.onView);
  const style = createStyleSwitch(events.onStyle);
  const isKnown = params.kind !== "unknown";
  const sheets = element(
    "div",
    { class: "twin" },
    ...(isKnown ? [form.element] : []),
    twin.element,
  );
  const head = element(
    "div",
    { class: "section-head" },
    element("h2", {}, l10n.t("Parameters")),
    ...(isKnown ? [views.element] : []),
  );
  const root = element(
    "section",
    { class: `parameters ${isKnown ? "known" : "unknown"}`, "aria-label": l10n.t("Parameters") },
    head,
    ...introduction(params),
    sheets,
    params.kind === "named" && params.params.length > 0 ? style.element : undefined,
  );
  return {
    element: root,
    update: (shown) => {
      root.dataset.view = shown.view;
      root.classList.toggle("bare", specsOf(params).length === 0 && isKnown);
      views.update(shown.view);
      style.update(shown);
      form.update(shown);
      twin.update(shown);
    },
    focusField: (name) => form.focus(name),
    focusJson: twin.focus,
  };
}

function introduction({ kind }: ParamsSpec): readonly HTMLElement[] {
  if (kind !== "unknown") return [];
  const why = l10n.t(
    "Neither the server nor this extension knows the parameters of this method. Write them as JSON.",
  );
  return [element("p", { class: "hint" }, why)];
}

function createForm(params: ParamsSpec, events: FieldEvents) {
  const fields = specsOf(params).map((spec) => ({ spec, field: createField(spec, events) }));
  const stale = element("p", { class: "hint" });
  const others = element("p", { class: "hint" });
  const behind = element("p", { class: "hint" });
  const nothing = element("p", { class: "hint" }, l10n.t("This method takes no parameters."));
  const root = element(
    "div",
    { class: "form-side", role: "group", "aria-label": l10n.t("Form") },
    stale,
    ...(fields.length === 0 ? [nothing] : fields.map(({ field }) => field.element)),
    ...[others, behind],
  );
  return {
    element: root,
    update: ({ draft, problems, jsonIsBroken }: ShownParameters) => {
      for (const { spec, field } of fields) {
        field.update(fieldIn(draft, spec.name) ?? unsetField, problems.get(spec.name));
      }
      setText(
        stale,
        jsonIsBroken ? l10n.t("The JSON is broken. The form shows what it said before that.") : "",
      );
      const left = leftBehind(params, draft);
      const sent = Object.keys(draft.others).filter((name) => !left.includes(name));
      setText(others, sent.length > 0 ? l10n.t("Sent too: {0}", sent.join(", ")) : "");
      setText(
        behind,
        left.length > 0 ? l10n.t("Not sent, for they have no position: {0}", left.join(", ")) : "",
      );
    },
    focus: (name: string) => fields.find(({ spec }) => spec.name === name)?.field.focus(),
  };
}

function createTwin({ onJson }: ParametersEvents) {
  let text = "";
  const format = button({
    text: l10n.t("Format"),
    class: "link",
    onClick: () => onJson(formatJson(text)),
  });
  const label = l10n.t("Parameters as JSON");
  const editor = createJsonEditor({ label, onInput: onJson });
  const complaint = createComplaint();
  const head = element("div", { class: "twin-head" }, element("span", {}, "JSON"), format);
  const root = element(
    "div",
    { class: "json-side", role: "group", "aria-label": "JSON" },
    ...[head, editor.element, complaint.element],
  );
  return {
    element: root,
    focus: editor.focus,
    update: ({ draft, jsonProblem, jsonIsBroken }: ShownParameters) => {
      text = draft.json;
      editor.update({
        text,
        mustHoldJson: text.trim() !== "",
        description: jsonProblem ?? l10n.t("Empty: no parameters are sent."),
        invalid: jsonProblem !== undefined,
      });
      format.hidden = jsonIsBroken || text.trim() === "";
      complaint.update(
        jsonProblem === undefined ? undefined : { severity: "error", message: jsonProblem },
      );
    },
  };
}

function createViews(onView: (view: View) => void) {
  const choice = (view: View, text: string) => ({
    view,
    button: button({ text, class: "choice", onClick: () => onView(view) }),
  });
  const choices = [choice("form", l10n.t("Form")), choice("json", "JSON")];
  return {
    element: element(
      "div",
      { class: "choices views", role: "group", "aria-label": l10n.t("View") },
      ...choices.map((each) => each.button),
    ),
    update: (view: View) => {
      for (const each of choices) {
        each.button.setAttribute("aria-pressed", String(each.view === view));
      }
    },
  };
}

function createStyleSwitch(onStyle: (style: RequestDraft["style"]) => void) {
  const check = createCheckControl({
    label: l10n.t("Send by position, not by name"),
    onChange: (checked) => onStyle(checked ? "positional" : "named"),
  });
  const why = element("p", { class: "hint" });
  return {
    element: element("div", { class: "style-switch" }, check.element, why),
    update: ({ draft, notPositional }: ShownParameters) => {
      const isPositional = draft.style === "positional";
      check.update({
        checked: isPositional,
        disabled: notPositional !== undefined && !isPositional,
      });
      setText(why, notPositional ?? "");
    },
  };
}
