import * as l10n from "@vscode/l10n";
import { printJson } from "./printJson";

/** Keys under which a number is a time, or grows with it. */
const timeKeys = new Set(
  ["time", "timestamp", "uptime", "from", "to"].concat([
    "created_at",
    "updated_at",
    "latest_online",
    "start_time",
    "end_time",
  ]),
);

/** Under this key people have written a date: it changes only when they change it. */
const dateKey = "expired_at";

/** RFC 3339 without its end, which differs from version to version. */
const time = /^"\d{4}-\d\d-\d\d[T ]\d\d:\d\d/;

/**
 * A response for a comparison: a line per value, keys in order, numbers as they were sent.
 * @param options.ignoreTimes all times read alike, for no two responses have the same.
 */
export function comparableJson(
  json: string,
  options: { readonly ignoreTimes: boolean },
): Promise<string> {
  if (!options.ignoreTimes) return printJson(json, { sortKeys: true });
  const placeholder = JSON.stringify(l10n.t("(timestamp)"));
  const write = (token: string, key: string | undefined) =>
    isTime(token, key) ? placeholder : token;
  return printJson(json, { sortKeys: true, write });
}

function isTime(token: string, key: string | undefined): boolean {
  const name = key?.slice(1, -1) ?? "";
  if (time.test(token)) return name !== dateKey;
  return /^[-\d]/.test(token) && timeKeys.has(name);
}
