import { withField } from "../../../src/shared/call/editDraft";
import { secretMask } from "../../../src/shared/call/mask";
import { type MethodSpec } from "../../../src/shared/call/methodSpec";
import { fieldIn, paramsOf } from "../../../src/shared/call/paramsOf";
import { specsOf } from "../../../src/shared/call/readParams";
import { type RequestDraft } from "../../../src/shared/call/requestDraft";
import { requestText } from "../../../src/shared/call/requestText";

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
