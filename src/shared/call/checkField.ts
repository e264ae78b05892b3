import * as l10n from "@vscode/l10n";
import { joinList } from "../joinList";
import { checkJson } from "./checkJson";
import { itemType, numberIn, valueOf } from "./fieldValue";
import { holdsMask } from "./mask";
import { type ParamSpec, type ParamType } from "./methodSpec";
import { type FieldDraft, type FieldProblem, type JsonProblem } from "./requestDraft";

/** What is wrong with what a field would send, as far as is known; undefined: nothing. */
export function checkField(
  spec: ParamSpec,
  field: FieldDraft | undefined,
): FieldProblem | undefined {
  if (!field?.set) return spec.required ? missing() : undefined;
  if (holdsMask(valueOf(spec.type, field))) return error(maskedText());
  if (field.raw !== undefined) {
    return warning(l10n.t("The JSON has a value of a different type here. It will be sent as is."));
  }
  if (spec.type.kind !== "list") return checkText(spec, spec.type, field.text);
  const { items = [] } = field;
  if (spec.required && items.length === 0) return missing();
  return checkItems(spec, itemType(spec.type), items);
}

function missing(): FieldProblem {
  return { ...error(l10n.t("Required.")), missing: true };
}

/** The first item that is wrong. */
function checkItems(
  spec: ParamSpec,
  type: ParamType,
  items: readonly string[],
): FieldProblem | undefined {
  for (const [index, item] of items.entries()) {
    const problem = checkText(spec, type, item);
    if (problem === undefined) continue;
    return { ...problem, message: l10n.t("Item {0}: {1}", index + 1, problem.message) };
  }
  return undefined;
}

function checkText(spec: ParamSpec, type: ParamType, text: string): FieldProblem | undefined {
  switch (type.kind) {
    case "text":
      return isOfNode(spec) ? checkUuid(text) : undefined;
    case "number":
      return checkNumber(type.integer, text);
    case "boolean":
      return /^\s*(true|false)\s*$/.test(text)
        ? undefined
        : error(l10n.t("Must be true or false."));
    case "time":
      return isTime(text)
        ? undefined
        : error(
            l10n.t(
              "Must be a timestamp with a time zone, such as {0}.",
              "2026-01-31T18:00:00+08:00",
            ),
          );
    case "choice":
      return type.options.includes(text)
        ? undefined
        : warning(l10n.t("Expected one of: {0}", joinList(type.options)));
    case "json":
    case "list":
      return jsonError(checkJson(text));
  }
}

function isOfNode({ picker }: ParamSpec): boolean {
  return picker === "node" || picker === "nodes";
}

function checkUuid(text: string): FieldProblem | undefined {
  const isUuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
  return isUuid ? undefined : warning(l10n.t("This does not look like a node UUID."));
}

function checkNumber(integer: boolean, text: string): FieldProblem | undefined {
  const number = numberIn(text);
  if (number === undefined) return error(l10n.t("Must be a number."));
  // Servers take no 5.0 and no 1e3 for a whole number either.
  return integer && !/^-?\d+$/.test(number) ? error(l10n.t("Must be a whole number.")) : undefined;
}

/** RFC 3339 as servers read it: with a zone, in capital letters, and no leap seconds. */
function isTime(text: string): boolean {
  const [, date = ""] =
    /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(
      text,
    ) ?? [];
  const day = new Date(`${date}T00:00:00Z`);
  // A 30th of February becomes a day in March.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

function jsonError(problem: JsonProblem | undefined): FieldProblem | undefined {
  return problem && error(jsonProblemText(problem));
}

export function jsonProblemText({ line, column, message }: JsonProblem): string {
  return l10n.t("Line {0}, column {1}: {2}", line, column, message);
}

export function maskedText(): string {
  return l10n.t("Re-enter the masked secret.");
}

function error(message: string): FieldProblem {
  return { severity: "error", message };
}

function warning(message: string): FieldProblem {
  return { severity: "warning", message };
}
