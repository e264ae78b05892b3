import { singleLine } from "./singleLine";

/**
 * Text of a server inside Markdown: every ASCII punctuation mark becomes a character reference, so
 * that no link, image, HTML, icon or emphasis can form, bare web addresses included.
 */
export function escapeMarkdown(text: string): string {
  return singleLine(text).replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** A table without a visible head. Cells are Markdown already. */
export function table(rows: readonly (readonly [string, string])[]): string {
  if (rows.length === 0) return "";
  return ["| | |", "|:--|:--|", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join(
    "\n",
  );
}

/** Where a browser may break the line of a label: at spaces, and between any two Chinese characters. */
const lineBreaks = / |(?<=\p{Script=Han})(?=\p{Script=Han})/gu;

/** A table of facts: beside a long value, the column of labels would be made as narrow as can be. */
export function factTable(rows: readonly (readonly [label: string, value: string])[]): string {
  const unbroken = (label: string) =>
    label.replace(lineBreaks, (space) => (space === "" ? "\u2060" : "\u00a0"));
  return table(rows.map(([label, value]) => [unbroken(label), value]));
}
