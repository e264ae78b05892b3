import * as l10n from "@vscode/l10n";
import { type Format } from "../../../shared/format";
import { singleLine } from "../../../shared/singleLine";
import { type NodeFacts } from "../../../fleet/nodes/nodeFacts";
import { type RowFigure } from "../../tree/noticeable";
import { isRowToken, type RowTokenName, rowTokens } from "./rowTokens";

/** Between the parts of a row. */
export const partGap = "\u2002";

/** A text, or what is filled in. */
type Piece = string | { readonly token: RowTokenName };

/** The parts of a row, the most important first: a narrow side bar cuts the end. */
export type RowTemplate = readonly (readonly Piece[])[];

/** Stands for what is unknown: never a zero. */
export const unknownMark = "–";

/**
 * Two or more spaces separate the parts. Words in unknown braces stay as they are, so that a typo
 * can be seen.
 */
export function parseTemplate(template: string): RowTemplate {
  return template
    .split(/\s{2,}|\u2002/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) =>
      part
        .split(/\{(\w+)\}/)
        .map(pieceAt)
        .filter((piece) => piece !== ""),
    );
}

/** After a split by tokens, every second piece is the name of a token. */
function pieceAt(text: string, index: number): Piece {
  if (index % 2 === 0) return text;
  return isRowToken(text) ? { token: text } : `{${text}}`;
}

/** Without the parts that show nothing but this figure. */
export function withoutFigure(template: RowTemplate, token: RowTokenName): RowTemplate {
  return template.filter((part) => {
    const tokens = tokensOf(part);
    return tokens.length !== 1 || tokens[0] !== token;
  });
}

/** @param serverTime by which contracts end. */
export function readFigures(
  template: RowTemplate,
  facts: NodeFacts,
  serverTime: number,
): readonly RowFigure[] {
  return template.flatMap((part) =>
    tokensOf(part).map((name) => {
      const { value, notices } = rowTokens[name];
      return { name, value: value(facts, serverTime), notices };
    }),
  );
}

export interface FillContext {
  readonly format: Format;
  readonly serverTime: number;
}

/** The text of every part; one dash if nothing at all is known. */
export function fillTemplate(
  template: RowTemplate,
  facts: NodeFacts,
  context: FillContext,
): readonly string[] {
  const figures = readFigures(template, facts, context.serverTime);
  if (figures.length > 0 && figures.every(({ value }) => value === undefined)) return [unknownMark];
  return fillParts(template, facts, context, unknownMark);
}

/** The text of every part for screen readers, which pass over a dash. */
export function spellTemplate(
  template: RowTemplate,
  facts: NodeFacts,
  context: FillContext,
): readonly string[] {
  return fillParts(template, facts, context, l10n.t("unknown"));
}

function fillParts(
  template: RowTemplate,
  facts: NodeFacts,
  { serverTime, format }: FillContext,
  unknown: string,
): readonly string[] {
  const figureText = (token: RowTokenName) => {
    const value = rowTokens[token].value(facts, serverTime);
    if (value === undefined) return unknown;
    if (typeof value === "string") return singleLine(value);
    return rowTokens[token].text(value, format, facts);
  };
  return template.map((part) => {
    const texts = part.map((piece) =>
      typeof piece === "string" ? singleLine(piece) : figureText(piece.token),
    );
    return texts.join("").trim();
  });
}

function tokensOf(part: readonly Piece[]): readonly RowTokenName[] {
  return part.flatMap((piece) => (typeof piece === "string" ? [] : [piece.token]));
}
