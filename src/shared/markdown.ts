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
