import * as l10n from "@vscode/l10n";
import { type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from "jsonc-parser";
import { closes, opens, tokensOf } from "../../json/text";
import { type JsonProblem } from "./requestDraft";

/** Deeper than any request, and not so deep that reading it would take up the stack. */
const maxJsonDepth = 500;

/** The newest texts: each is asked about by the draft, its field, its editor and what saves it. */
const checked: { readonly text: string; readonly problem: JsonProblem | undefined }[] = [];
const maxChecked = 3;

/** The first thing that keeps a text from being JSON; undefined: it is JSON. Empty text is none. */
export function checkJson(text: string): JsonProblem | undefined {
  const known = checked.find((each) => each.text === text);
  if (known !== undefined) return known.problem;
  const problem = findProblem(text);
  checked.unshift({ text, problem });
  checked.length = Math.min(checked.length, maxChecked);
  return problem;
}

function findProblem(text: string): JsonProblem | undefined {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return problemAt(text, deep, 1, l10n.t("Nested too deeply."));
  // Takes a tenth of the time, and is as strict.
  if (isJson(text)) return undefined;
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  return first && problemAt(text, first.offset, first.length, messageOf(first.error));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { offset, text: token } of tokensOf(text)) {
    if (opens(token)) depth += 1;
    else if (closes(token)) depth -= 1;
    if (depth > maxJsonDepth) return offset;
  }
  return undefined;
}

function problemAt(text: string, offset: number, length: number, message: string): JsonProblem {
  const lines = text.slice(0, offset).split(/\r\n?|\n/);
  const column = (lines.at(-1) ?? "").length + 1;
  return { offset, length, line: lines.length, column, message };
}

function messageOf(code: ParseErrorCode): string {
  switch (printParseErrorCode(code)) {
    case "PropertyNameExpected":
      return l10n.t("Expected a name in double quotes.");
    case "ValueExpected":
      return l10n.t("Expected a value.");
    case "ColonExpected":
      return l10n.t("Expected a colon after the name.");
    case "CommaExpected":
      return l10n.t("Expected a comma or a closing bracket.");
    case "CloseBraceExpected":
      return l10n.t("Missing closing brace: }");
    case "CloseBracketExpected":
      return l10n.t("Missing closing bracket: ]");
    case "EndOfFileExpected":
      return l10n.t("Unexpected text after the value.");
    case "InvalidCommentToken":
    case "UnexpectedEndOfComment":
      return l10n.t("Comments are not allowed in JSON.");
    case "UnexpectedEndOfString":
      return l10n.t("Missing closing double quote.");
    case "UnexpectedEndOfNumber":
    case "InvalidNumberFormat":
      return l10n.t("Incomplete number.");
    case "InvalidUnicode":
    case "InvalidEscapeCharacter":
      return l10n.t("Invalid escape sequence. Write \\\\ for a backslash.");
    case "InvalidCharacter":
      return l10n.t("Control characters must be escaped. Write \\t for a tab.");
    case "InvalidSymbol":
    case "<unknown ParseErrorCode>":
      return l10n.t("Not valid JSON. Names and strings need double quotes.");
  }
}
