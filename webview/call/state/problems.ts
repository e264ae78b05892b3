import { checkField } from "../../../src/shared/call/checkField";
import { valueOf } from "../../../src/shared/call/fieldValue";
import { holdsMask } from "../../../src/shared/call/mask";
import { type ParamSpec, type ParamsSpec } from "../../../src/shared/call/methodSpec";
import { fieldIn } from "../../../src/shared/call/paramsOf";
import { specsOf } from "../../../src/shared/call/readParams";
import { type FieldProblem, type RequestDraft } from "../../../src/shared/call/requestDraft";

/** What a server has said of a parameter. */
export interface ServerProblem {
  readonly param: string;
  readonly text: string;
}

/**
 * What is wrong, by the parameter's name.
 *
 * @param strict what is missing is said too: nobody has to hear of that before the first word is typed.
 */
export function problemsOf(
  params: ParamsSpec,
  draft: RequestDraft,
  strict: boolean,
  said: ServerProblem | undefined,
): ReadonlyMap<string, FieldProblem> {
  const found = specsOf(params).flatMap((spec) => {
    const problem = problemOf(spec, draft, strict, said);
    return problem === undefined ? [] : [[spec.name, problem] as const];
  });
  return new Map(found);
}

function problemOf(
  spec: ParamSpec,
  draft: RequestDraft,
  strict: boolean,
  said: ServerProblem | undefined,
): FieldProblem | undefined {
  if (said?.param === spec.name) return { severity: "error", message: said.text };
  const field = fieldIn(draft, spec.name);
  if (!strict && field?.set !== true) return undefined;
  return checkField(spec, field);
}

export function isMasked({ name, type }: ParamSpec, draft: RequestDraft): boolean {
  const field = fieldIn(draft, name);
  return field?.set === true && holdsMask(valueOf(type, field));
}
