import { pickItems } from "./pickItems";
import { quickInputs } from "./quickInputs";

export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly description?: string;
}

/** A quick pick of one value, the current one checked and under the cursor; undefined: cancelled. */
export async function pickOne<T>(options: {
  readonly title: string;
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
  readonly current: T;
}): Promise<T | undefined> {
  const { title, placeholder, choices, current } = options;
  const items = choices.map((choice, index) => ({
    ...choice,
    key: String(index),
    label: `${choice.value === current ? "$(check)" : "$(blank)"} ${choice.label}`,
  }));
  const checked = items.filter(({ value }) => value === current);
  const chosen = await pickItems(quickInputs, {
    title,
    placeholder,
    many: false,
    items,
    picked: checked.map(({ key }) => key),
  });
  return chosen?.[0]?.value;
}
