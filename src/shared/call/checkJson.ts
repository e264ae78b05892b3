import * as l10n from "@vscode/l10n";
import { type ParseError, type ParseErrorCode, parseTree, printParseErrorCode } from "jsonc-parser";
import { closes, opens, tokensOf } from "./jsonText";
import { type JsonProblem } from "./requestDraft";

/** Deeper than any request, and not so deep that reading it would take up the stack. */
export const deepestJson = 500;

/** The first thing that keeps a text from being JSON; undefined: it is JSON. Empty text is none. */
export function checkJson(text: string): JsonProblem | undefined {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return problemAt(text, deep, 1, l10n.t("This is nested too deeply."));
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  return first && problemAt(text, first.offset, first.length, messageOf(first.error));
}

function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { offset, text: token } of tokensOf(text)) {
    if (opens(token)) depth += 1;
    else if (closes(token)) depth -= 1;
    if (depth > deepestJson) return offset;
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
      return l10n.t("A name in double quotes is missing here.");
    case "ValueExpected":
      return l10n.t("A value is missing here.");
    case "ColonExpected":
      return l10n.t("A colon is missing after the name.");
    case "CommaExpected":
      return l10n.t("A comma or a closing bracket is missing here.");
    case "CloseBraceExpected":
      return l10n.t("A closing brace is missing: }");
    case "CloseBracketExpected":
      return l10n.t("A closing bracket is missing: ]");
    case "EndOfFileExpected":
      return l10n.t("The value has ended before this.");
    case "InvalidCommentToken":
    case "UnexpectedEndOfComment":
      return l10n.t("There are no comments in JSON.");
    case "UnexpectedEndOfString":
      return l10n.t("The closing double quote is missing.");
    case "UnexpectedEndOfNumber":
    case "InvalidNumberFormat":
      return l10n.t("Digits are missing in this number.");
    case "InvalidUnicode":
    case "InvalidEscapeCharacter":
      return l10n.t(
        "A backslash begins something that JSON does not know. The mark itself is \\\\.",
      );
    case "InvalidCharacter":
      return l10n.t(
        "A tab or another control character has to be written with a backslash, as \\t.",
      );
    case "InvalidSymbol":
    case "<unknown ParseErrorCode>":
      return l10n.t("This is no JSON. Names and texts stand in double quotes.");
  }
}
