interface Row {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

/**
 * The row that a quick pick lists first for what was typed. VS Code puts the cursor there
 * only where a single row can be chosen, and does not expose the match.
 */
export function bestMatch<T extends Row>(rows: readonly T[], typed: string): T | undefined {
  const text = typed.trim().toLowerCase();
  let best: T | undefined;
  let bestRank = Infinity;
  for (const row of rows) {
    const rank = rankOf(row, text);
    if (rank < bestRank) [best, bestRank] = [row, rank];
  }
  return best;
}

/** As VS Code sorts: labels that begin with the text, shorter ones first, end with it, contain it. */
function rankOf({ label, description = "", detail = "" }: Row, text: string): number {
  const name = label.toLowerCase();
  if (text === "") return 0;
  if (name.startsWith(text)) return 1 - 1 / name.length;
  if (name.endsWith(text)) return 1;
  if (name.includes(text)) return 2;
  return `${description}\n${detail}`.toLowerCase().includes(text) ? 3 : Infinity;
}
