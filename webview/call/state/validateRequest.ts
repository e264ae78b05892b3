import * as l10n from "@vscode/l10n";
import { joinList } from "../../../src/shared/joinList";
import { jsonProblemText, maskedText } from "../../../src/shared/call/checkField";
import { holdsMask } from "../../../src/shared/call/mask";
import { type ParamsSpec } from "../../../src/shared/call/methodSpec";
import { listProblem, paramsOf } from "../../../src/shared/call/paramsOf";
import { specsOf } from "../../../src/shared/call/readParams";
import { type RequestDraft } from "../../../src/shared/call/requestDraft";
import { isMasked, problemsOf } from "./problems";

/** Why a request cannot be sent. */
export interface ValidationIssue {
  readonly text: string;
  /** Where it can be fixed: a field by its name, or the JSON. */
  readonly at: { readonly field: string } | "json";
  /** The user may send the request anyway. */
  readonly canBeSent: boolean;
}

/** The first issue; those that prevent sending come first. */
export function validateRequest(
  params: ParamsSpec,
  draft: RequestDraft,
): ValidationIssue | undefined {
  const read = paramsOf(params, draft);
  if ("problem" in read) {
    return { text: jsonProblemText(read.problem), at: "json", canBeSent: false };
  }
  const list = listProblem(params, read.json);
  if (list !== undefined) return { text: list, at: "json", canBeSent: false };
  const masked = specsOf(params).find((spec) => isMasked(spec, draft));
  if (masked !== undefined) {
    const text = l10n.t("{0}: {1}", masked.name, maskedText());
    return { text, at: { field: masked.name }, canBeSent: false };
  }
  if (read.json !== undefined && holdsMask(read.json)) {
    return { text: maskedText(), at: "json", canBeSent: false };
  }
  return validateFields(params, draft);
}

function validateFields(params: ParamsSpec, draft: RequestDraft): ValidationIssue | undefined {
  const invalidNames = [...problemsOf(params, draft, true, undefined)]
    .filter(([, { severity }]) => severity === "error")
    .map(([name]) => name);
  const [first] = invalidNames;
  if (first === undefined) return undefined;
  const text = l10n.t("Missing or invalid: {0}.", joinList(invalidNames));
  return { text, at: { field: first }, canBeSent: true };
}
