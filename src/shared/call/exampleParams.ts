import { withField } from "./editDraft";
import { type ParamsSpec, type ParamSpec } from "./methodSpec";
import { paramsOf } from "./paramsOf";
import { specsOf } from "./readParams";
import { emptyDraft, type FieldDraft } from "./requestDraft";

/** Raw params of the examples of single parameters; undefined: there are none. */
export function exampleParams(params: ParamsSpec): string | undefined {
  const specs = specsOf(params).filter(
    ({ example, secret }) => example !== undefined && secret !== true,
  );
  if (specs.length === 0) return undefined;
  const draft = specs.reduce(
    (filled, spec) => withField(params, filled, spec.name, exampleField(spec)),
    emptyDraft,
  );
  const read = paramsOf(params, draft);
  return "json" in read ? read.json : undefined;
}

function exampleField({ type, example = "" }: ParamSpec): FieldDraft {
  return type.kind === "list"
    ? { set: true, text: "", items: [example] }
    : { set: true, text: example };
}
