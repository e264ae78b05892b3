import * as l10n from "@vscode/l10n";
import { joinList } from "../../../src/shared/joinList";
import { jsonProblemText, maskedText, checkField } from "../../../src/shared/call/checkField";
import { holdsMask, secretMask } from "../../../src/shared/call/mask";
import {
  type ParamsSpec,
  type ParamSpec,
  type MethodSpec,
} from "../../../src/shared/call/methodSpec";
import { listProblem, paramsOf, fieldIn } from "../../../src/shared/call/paramsOf";
import { specsOf } from "../../../src/shared/call/readParams";
import { type RequestDraft, type FieldProblem } from "../../../src/shared/call/requestDraft";
import { valueOf } from "../../../src/shared/call/fieldValue";
import { withField } from "../../../src/shared/call/editDraft";
import { requestText } from "../../../src/shared/call/requestText";

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
  const wrong = [...problemsOf(params, draft, true, undefined)].filter(
    ([, { severity }]) => severity === "error",
  );
  const [first] = wrong;
  if (first === undefined) return undefined;
  const namesOf = (isMissing: boolean) =>
    wrong.filter(([, { missing = false }]) => missing === isMissing).map(([name]) => name);
  const [missing, invalid] = [namesOf(true), namesOf(false)];
  const sentences = [
    ...(missing.length > 0 ? [l10n.t("Required: {0}.", joinList(missing))] : []),
    ...(invalid.length > 0 ? [l10n.t("Invalid: {0}.", joinList(invalid))] : []),
  ];
  return { text: sentences.join(" "), at: { field: first[0] }, canBeSent: true };
}

/** A server's error about a parameter. */
export interface ServerError {
  readonly param: string;
  readonly text: string;
}

/**
 * The problems of the fields, by the parameter's name.
 *
 * @param strict missing values are reported too: only after an attempt to send.
 */
export function problemsOf(
  params: ParamsSpec,
  draft: RequestDraft,
  strict: boolean,
  serverError: ServerError | undefined,
): ReadonlyMap<string, FieldProblem> {
  const found = specsOf(params).flatMap((spec) => {
    const problem = problemOf(spec, draft, strict, serverError);
    return problem === undefined ? [] : [[spec.name, problem] as const];
  });
  return new Map(found);
}

function problemOf(
  spec: ParamSpec,
  draft: RequestDraft,
  strict: boolean,
  serverError: ServerError | undefined,
): FieldProblem | undefined {
  if (serverError?.param === spec.name) return { severity: "error", message: serverError.text };
  const field = fieldIn(draft, spec.name);
  if (!strict && field?.set !== true) return undefined;
  return checkField(spec, field);
}

export function isMasked({ name, type }: ParamSpec, draft: RequestDraft): boolean {
  const field = fieldIn(draft, name);
  return field?.set === true && holdsMask(valueOf(type, field));
}

/** The request with its secrets masked, for the preview; undefined: it is invalid. */
export function shownRequest(
  { name, params }: Pick<MethodSpec, "name" | "params">,
  draft: RequestDraft,
): string | undefined {
  const masked = specsOf(params)
    .filter((spec) => spec.secret === true && fieldIn(draft, spec.name)?.set === true)
    .reduce(
      (current, spec) => withField(params, current, spec.name, { set: true, text: secretMask }),
      draft,
    );
  const read = paramsOf(params, draft);
  const shown = paramsOf(params, masked);
  return "json" in read && "json" in shown ? requestText(name, shown.json) : undefined;
}
