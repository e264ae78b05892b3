/**
 * The rows that a menu command is for. VS Code passes the clicked row and, when several are selected, all of
 * them; without a row the view's selection counts.
 */
export function selectedRows(
  clicked: unknown,
  all: unknown,
  selection: readonly unknown[] = [],
): readonly unknown[] {
  if (Array.isArray(all) && all.length > 0) return all;
  return clicked === undefined ? selection : [clicked];
}
