import * as l10n from "@vscode/l10n";
import { printJson, printTokens } from "../../../json/printer";
import { runCooperatively } from "../../../util/cooperative";
import { parseJson } from "../../../util/json";
import { sortedTokens } from "./sortedTokens";

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

/** Deeper lines are not indented any further, so that they stay readable. */
const maxIndent = 40;

/** A response in an editor, on many lines. What is not JSON is returned unchanged. */
export async function readableJson(json: string): Promise<string> {
  return parseJson(json) === undefined ? json : runCooperatively(printJson(json, { maxIndent }));
}

/**
 * A response for a comparison: a line per value, keys in order, numbers as they were sent. What is not JSON is
 * returned unchanged.
 * @param options.ignoreTimes all times read alike, for no two responses have the same.
 */
export async function comparableJson(
  json: string,
  options: { readonly ignoreTimes: boolean },
): Promise<string> {
  if (parseJson(json) === undefined) return json;
  const placeholder = JSON.stringify(l10n.t("(timestamp)"));
  const writeValue = (token: string, key: string | undefined) =>
    options.ignoreTimes && isTime(token, key) ? placeholder : token;
  return runCooperatively(printSorted(json, writeValue));
}

function* printSorted(
  json: string,
  writeValue: (token: string, key: string | undefined) => string,
): Generator<undefined, string> {
  return yield* printTokens(yield* sortedTokens(json), { maxIndent, writeValue });
}

function isTime(token: string, key: string | undefined): boolean {
  const name = key?.slice(1, -1) ?? "";
  if (time.test(token)) return name !== dateKey;
  return /^[-\d]/.test(token) && timeKeys.has(name);
}
