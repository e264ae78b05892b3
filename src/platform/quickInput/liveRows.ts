import { type QuickPick, type QuickPickItem } from "vscode";

/**
 * Shows other rows in an open quick pick, as often as there are some: what was typed and the row
 * under the cursor stay.
 * @param keyOf equal for equal things; undefined for headings.
 */
export function liveRows<T extends QuickPickItem>(
  pick: QuickPick<T>,
  keyOf: (item: T) => string | undefined,
): (items: readonly T[]) => void {
  pick.keepScrollPosition = true;
  /** The cursor has not followed what was typed yet: its row may be filtered out. */
  let isTyping = false;
  pick.onDidChangeValue(() => (isTyping = true));
  pick.onDidChangeActive(() => (isTyping = false));
  const firstKey = () => pick.items.map(keyOf).find((key) => key !== undefined);
  return (items) => {
    const [active] = pick.activeItems;
    const key = active && keyOf(active);
    const wasMoved = !isTyping && key !== firstKey();
    pick.items = items;
    const activeItem = items.find((item) => key !== undefined && keyOf(item) === key);
    // Else VS Code puts the cursor on the first row that fits what was typed, which it knows before us.
    if (wasMoved && activeItem !== undefined) pick.activeItems = [activeItem];
  };
}
