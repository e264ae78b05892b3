import { checkField } from "../../../src/shared/call/checkField";
import { valueOf } from "../../../src/shared/call/fieldValue";
import { holdsMask } from "../../../src/shared/call/mask";
import { type ParamSpec, type ParamsSpec } from "../../../src/shared/call/methodSpec";
import { fieldIn } from "../../../src/shared/call/paramsOf";
import { specsOf } from "../../../src/shared/call/readParams";
import { type FieldProblem, type RequestDraft } from "../../../src/shared/call/requestDraft";

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
