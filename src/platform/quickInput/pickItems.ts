import { type QuickPick, type QuickPickItem } from "vscode";
import { bestMatch } from "./bestMatch";
import { type QuickInputs } from "./quickInputs";

export interface PickItem extends QuickPickItem {
  /** Equal for equal things: ticks and the cursor follow it when other rows come. */
  readonly key: string;
}

export interface PickItemsOptions<T> {
  readonly title: string;
  readonly placeholder: string;
  /** Whether several may be ticked. */
  readonly many: boolean;
  /** Rows that are known by now; shown while all of them are loading. */
  readonly known?: readonly T[];
  readonly items: readonly T[] | Promise<readonly T[]>;
  /** Keys: ticked at first or, where only one can be chosen, under the cursor. */
  readonly picked?: readonly string[];
}

/**
 * A quick pick of one item or several. Enter takes what is ticked, or else the row under the cursor,
 * and nothing while there is no such row.
 * @returns never empty; undefined: cancelled. Rejects if loading the items fails.
 */
export async function pickItems<T extends PickItem>(
  inputs: Pick<QuickInputs, "createQuickPick">,
  options: PickItemsOptions<T>,
): Promise<readonly T[] | undefined> {
  const pick = inputs.createQuickPick<T>();
  pick.title = options.title;
  pick.placeholder = options.placeholder;
  pick.canSelectMany = options.many;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const fill = filler(pick, options);
  try {
    return await new Promise<readonly T[] | undefined>((resolve, reject) => {
      pick.onDidChangeValue((value) => {
        if (options.many) pick.activeItems = listOf(bestMatch(pick.items, value));
      });
      pick.onDidAccept(() => {
        const ticked = options.many ? pick.selectedItems : [];
        const chosen = ticked.length > 0 ? ticked : pick.activeItems.slice(0, 1);
        if (chosen.length > 0) resolve(chosen);
      });
      pick.onDidHide(() => resolve(undefined));
      if (options.items instanceof Promise) {
        pick.busy = true;
        fill(options.known ?? []);
        options.items.then((items) => {
          pick.busy = false;
          fill(items);
        }, reject);
      } else fill(options.items);
      pick.show();
    });
  } finally {
    pick.dispose();
  }
}

/** Shows other rows; what is ticked and the cursor stay. */
function filler<T extends PickItem>(
  pick: QuickPick<T>,
  { many, picked = [] }: PickItemsOptions<T>,
): (items: readonly T[]) => void {
  const knownKeys = new Set<string>();
  return (items) => {
    const activeKey = pick.activeItems[0]?.key;
    const newlyPicked = picked.filter((key) => !knownKeys.has(key));
    const ticked = new Set([...pick.selectedItems.map(({ key }) => key), ...newlyPicked]);
    for (const { key } of items) knownKeys.add(key);
    pick.items = items;
    const chosen = items.filter(({ key }) => ticked.has(key));
    const activeItem = items.find(({ key }) => key === activeKey) ?? (many ? undefined : chosen[0]);
    if (many) pick.selectedItems = chosen;
    pick.activeItems = listOf(activeItem ?? bestMatch(items, pick.value));
  };
}

function listOf<T>(item: T | undefined): readonly T[] {
  return item === undefined ? [] : [item];
}
