import { singleLine } from "./singleLine";

/**
 * Text of a server inside Markdown: every ASCII punctuation mark becomes a character reference, so
 * that no link, image, HTML, icon or emphasis can form, bare web addresses included.
 */
export function escapeMarkdown(text: string): string {
  return singleLine(text).replace(/[!-/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

const barLength = 10;

/** A bar of ten cells; anything above nothing shows at least one. */
export function bar(percent: number): string {
  const full = Math.min(barLength, Math.max(percent > 0 ? 1 : 0, Math.round(percent / 10)));
  return `\`${"█".repeat(full)}${"░".repeat(barLength - full)}\``;
}

/** A table without a visible head. Cells are Markdown already. */
export function table(rows: readonly (readonly [string, string])[]): string {
  if (rows.length === 0) return "";
  return ["| | |", "|:--|:--|", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join(
    "\n",
  );
}
