import { compactJson } from "../../json/text";

/** Servers take the code of the second factor by name: with parameters by place it cannot travel. */
export function takesCode(params: string | undefined): boolean {
  return params === undefined || params.trimStart().startsWith("{");
}

/** Raw params that take one, with the code at their end: of two members of a name the last one counts. */
export function withCode(params: string | undefined, code: string): string {
  const member = `"2fa_code":${JSON.stringify(code)}`;
  const written = params === undefined ? "{}" : compactJson(params);
  return written === "{}" ? `{${member}}` : `${written.slice(0, -1)},${member}}`;
}
