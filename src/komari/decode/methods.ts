import { malformed } from "./malformed";
import { identifier, isArray, label } from "./primitives";

/** rpc.methods: a list of names, kept in the server's order. */
export function decodeMethods(result: unknown): ReadonlySet<string> {
  if (!isArray(result)) throw malformed("methods", result);
  return new Set(result.map(identifier).filter((name) => name !== undefined));
}

/** rpc.ping and rpc.version answer one word. */
export function decodeWord(subject: string, result: unknown): string {
  const word = label(result);
  if (word === undefined) throw malformed(subject, result);
  return word;
}
