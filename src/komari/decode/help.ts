import { clip } from "../../shared/clip";
import { isRecord } from "../../util/json";
import { type MethodHelp, type ParamHelp } from "../model/methodHelp";
import { malformed } from "./malformed";
import { identifier, isArray, text, type WireRecord } from "./primitives";

/** More words, or parameters, of one method are of no use. */
const maxText = 2000;
const maxParams = 100;
/** An example that is nested deeper shows nothing; without end, it could not even be written. */
const maxDepth = 50;

/** What the server says where it has nothing to say. */
const placeholder = /^This method does not provide a (summary|description)/;

/** rpc.help with `method`. `asked` is the full name: servers up to 1.2.3 answer without namespace. */
export function decodeMethodHelp(result: unknown, asked: string): MethodHelp {
  if (!isRecord(result)) throw malformed("method help", result);
  const { params, example } = result;
  return {
    name: asked,
    summary: documented(result.summary),
    description: documented(result.description),
    params: isArray(params) ? params.filter(isRecord).flatMap(paramHelp).slice(0, maxParams) : [],
    returns: words(result.returns),
    ...((isRecord(example) || isArray(example)) && isShallow(example) && { example }),
  };
}

function documented(value: unknown): string | undefined {
  const found = words(value);
  return found === undefined || placeholder.test(found) ? undefined : found;
}

function words(value: unknown): string | undefined {
  const found = text(value);
  return found === undefined ? undefined : clip(found, maxText);
}

function isShallow(value: unknown, depth = maxDepth): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((member) => isShallow(member, depth - 1));
}

function paramHelp(record: WireRecord): readonly ParamHelp[] {
  const name = identifier(record.name);
  if (name === undefined) return [];
  return [
    {
      name,
      type: words(record.type),
      description: words(record.description),
      required: record.required === true,
    },
  ];
}
