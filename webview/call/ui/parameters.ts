import * as l10n from "@vscode/l10n";
import { type MethodSpec, type ParamSpec } from "../../../src/shared/call/methodSpec";
import { fieldIn } from "../../../src/shared/call/paramsOf";
import { specsOf } from "../../../src/shared/call/readParams";
import { type RequestDraft } from "../../../src/shared/call/requestDraft";
import { type CallSetup } from "../../../src/shared/call/callApi";
import { exampleParams } from "../../../src/shared/call/exampleParams";
import { createCheckControl } from "../../lib/controls";
import { button, element, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { createMenu } from "../../lib/menu";
import { type View } from "../state/callState";
import { type FieldEvents, createForm, type ShownForm } from "./form";
import { createJsonPane, type JsonPaneEvents, type ShownJsonPane } from "./jsonPane";

export interface ParametersEvents extends FieldEvents, JsonPaneEvents {
  readonly onStyle: (style: RequestDraft["style"]) => void;
  readonly onView: (view: View) => void;
  readonly onFold: (folded: boolean) => void;
  /** Fills in raw params. */
  readonly onExample: (params: string) => void;
}

export interface ShownParameters extends ShownForm, ShownJsonPane {
  readonly view: View;
  readonly folded: boolean;
  /** Why the parameters cannot be sent by position; undefined: they can. */
  readonly notPositional: string | undefined;
}

export interface Parameters {
  readonly element: HTMLElement;
  /** The switch between parameters by name and by position; undefined: there is no choice. */
  readonly style: HTMLElement | undefined;
  /** A menu of examples; undefined: there are none. */
  readonly examples: HTMLElement | undefined;
  readonly update: (shown: ShownParameters) => void;
  readonly focusField: (name: string) => void;
  readonly focusJson: () => void;
}

/** The form beside the JSON; of a method with unknown parameters the JSON only. */
export function createParameters(
  { method, lastParams }: Pick<CallSetup, "method" | "lastParams">,
  events: ParametersEvents,
): Parameters {
  const { params } = method;
  const isKnown = params.kind !== "unknown";
  const form = createForm(params, events);
  const jsonPane = createJsonPane(events);
  const views = createViews(events.onView);
  const style = createStyleSwitch(events.onStyle);
  const title = l10n.t("Parameters");
  const fold = createFold(title, events.onFold);
  const root = element(
    "section",
    { class: `parameters ${isKnown ? "known" : "unknown"}`, "aria-label": title },
    element("div", { class: "section-head" }, fold.element, isKnown ? views.element : undefined),
    isKnown ? undefined : createReason(),
    element(
      "div",
      { class: "form-and-json" },
      isKnown ? form.element : undefined,
      jsonPane.element,
    ),
  );
  return {
    element: root,
    style: params.kind === "named" && params.params.length > 0 ? style.element : undefined,
    examples: createExamples(examplesOf(method, lastParams), events.onExample),
    update: (shown) => {
      fold.update(shown.folded, countText(specsOf(params), shown.draft));
      root.classList.toggle("folded", shown.folded);
      root.dataset.view = shown.view;
      root.classList.toggle("bare", specsOf(params).length === 0 && isKnown);
      for (const part of [views, style, form, jsonPane]) part.update(shown);
    },
    focusField: form.focus,
    focusJson: jsonPane.focus,
  };
}

/** The title, which folds and unfolds what is below it. */
function createFold(title: string, onFold: (folded: boolean) => void) {
  let isFolded = false;
  const count = element("span", { class: "count" });
  const toggle = button({
    icon: icon("chevron"),
    text: title,
    class: "tool fold",
    onClick: () => onFold(!isFolded),
  });
  return {
    element: element("div", { class: "fold-title" }, element("h2", {}, toggle), count),
    update: (folded: boolean, text: string) => {
      isFolded = folded;
      toggle.setAttribute("aria-expanded", String(!folded));
      setText(count, text);
    },
  };
}

/** "1 of 2": how many of the parameters are sent. */
function countText(specs: readonly ParamSpec[], draft: RequestDraft): string {
  if (specs.length === 0) return "";
  const set = specs.filter(({ name }) => fieldIn(draft, name)?.set === true).length;
  return l10n.t("{0} of {1}", set, specs.length);
}

type Example = readonly [label: string, params: string];

/** Each once: of the server, of its parameters, of the last call. */
function examplesOf({ example, params }: MethodSpec, lastParams: string | undefined) {
  const ofParams = exampleParams(params);
  const all: readonly Example[] = [
    ...(lastParams === undefined ? [] : [[l10n.t("Last Call"), lastParams] as const]),
    ...(example === undefined ? [] : [[l10n.t("Example of the Server"), example] as const]),
    ...(ofParams === undefined ? [] : [[l10n.t("Example Values"), ofParams] as const]),
  ];
  return all.filter(([, text], at) => all.findIndex(([, other]) => other === text) === at);
}

function createExamples(
  examples: readonly Example[],
  onExample: (params: string) => void,
): HTMLElement | undefined {
  if (examples.length === 0) return undefined;
  const entries = examples.map(([label, params]) => [label, () => onExample(params)] as const);
  return createMenu({ text: l10n.t("Examples"), icon: "chevron", entries });
}

/** Why there is no form. */
function createReason(): HTMLElement {
  const reason = l10n.t("The parameters of this method are not documented. Enter them as JSON.");
  return element("p", { class: "hint" }, reason);
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
    update: ({ view }: ShownParameters) => {
      for (const each of choices) {
        each.button.setAttribute("aria-pressed", String(each.view === view));
      }
    },
  };
}

function createStyleSwitch(onStyle: (style: RequestDraft["style"]) => void) {
  const check = createCheckControl({
    label: l10n.t("Send by position instead of by name"),
    onChange: (checked) => onStyle(checked ? "positional" : "named"),
  });
  const reason = element("p", { class: "hint" });
  return {
    element: element("div", { class: "style-switch" }, check.element, reason),
    update: ({ draft, notPositional }: ShownParameters) => {
      const isPositional = draft.style === "positional";
      check.update({
        checked: isPositional,
        disabled: notPositional !== undefined && !isPositional,
      });
      setText(reason, notPositional ?? "");
    },
  };
}
