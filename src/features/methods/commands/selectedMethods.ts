import { isMethodElement } from "../elements";

/**
 * The methods a menu command is for, by full name, each once. VS Code passes the clicked row and,
 * when several are selected, all of them; without a row the view's selection counts.
 */
export function selectedMethods(
  clicked: unknown,
  all: unknown,
  selection: readonly unknown[],
): readonly string[] {
  const rows: readonly unknown[] =
    Array.isArray(all) && all.length > 0 ? all : isMethodElement(clicked) ? [clicked] : selection;
  return [...new Set(rows.filter(isMethodElement).map(({ method }) => method))];
}
