import { isRecord } from "../../util/json";
import { type MethodHelp, type ParamHelp } from "../methodHelp";
import { malformed } from "./malformed";
import { isArray, text, type WireRecord } from "./primitives";

/** What the server says where it has nothing to say. */
const placeholder = /^This method does not provide a (summary|description)/;

/** rpc.help with `method`. `asked` is the full name: servers up to 1.2.3 answer without namespace. */
export function decodeMethodHelp(result: unknown, asked: string): MethodHelp {
  if (!isRecord(result)) throw malformed("method help", result);
  return methodHelp(result, asked);
}

/**
 * rpc.help without `method`: a list of names and summaries. Where no name at all has a namespace,
 * the server (up to 1.2.3) leaves it out and has only `common:` methods besides the rpc.* ones.
 */
export function decodeHelpList(result: unknown): readonly MethodHelp[] {
  if (!isArray(result)) throw malformed("help", result);
  const named = result.filter(isRecord).flatMap((record) => {
    const name = text(record.name);
    return name === undefined ? [] : [{ name, record }];
  });
  const bare = !named.some(({ name }) => name.includes(":"));
  return named.map(({ name, record }) =>
    methodHelp(record, bare && !name.startsWith("rpc.") ? `common:${name}` : name),
  );
}

function methodHelp(record: WireRecord, name: string): MethodHelp {
  const { params, example } = record;
  return {
    name,
    summary: told(record.summary),
    description: told(record.description),
    params: isArray(params) ? params.filter(isRecord).flatMap(paramHelp) : [],
    returns: text(record.returns),
    ...((isRecord(example) || isArray(example)) && { example }),
  };
}

function told(value: unknown): string | undefined {
  const words = text(value);
  return words === undefined || placeholder.test(words) ? undefined : words;
}

function paramHelp(record: WireRecord): readonly ParamHelp[] {
  const name = text(record.name);
  if (name === undefined) return [];
  return [
    {
      name,
      type: text(record.type),
      description: text(record.description),
      required: record.required === true,
    },
  ];
}
