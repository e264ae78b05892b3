import { compactJson } from "../../shared/call/jsonText";

/**
 * Raw params with the code of the second factor, as servers take it: by name. Undefined where the
 * parameters go by place, for then it cannot travel with them.
 */
export function withCode(params: string | undefined, code: string): string | undefined {
  const member = `"2fa_code":${JSON.stringify(code)}`;
  if (params === undefined) return `{${member}}`;
  const written = compactJson(params);
  if (!written.startsWith("{")) return undefined;
  return written === "{}" ? `{${member}}` : `{${member},${written.slice(1)}`;
}
