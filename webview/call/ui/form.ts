import * as l10n from "@vscode/l10n";
import { joinList } from "../../../src/shared/joinList";
import { type ParamsSpec } from "../../../src/shared/call/methodSpec";
import { fieldIn, omittedMembers } from "../../../src/shared/call/paramsOf";
import { specsOf } from "../../../src/shared/call/readParams";
import { type FieldProblem, type RequestDraft } from "../../../src/shared/call/requestDraft";
import { element, setText } from "../../lib/dom";
import { unsetField } from "../state/callState";
import { createField, type FieldEvents } from "./field";

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
