import { window } from "vscode";

export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly description?: string;
}

/** A quick pick of one value, the current one checked and focused first; undefined: cancelled. */
export async function pickOne<T>(options: {
  readonly title: string;
  readonly placeholder: string;
  readonly choices: readonly Choice<T>[];
  readonly current: T;
}): Promise<T | undefined> {
  const { title, placeholder, choices, current } = options;
  const picker = window.createQuickPick<Choice<T>>();
  picker.title = title;
  picker.placeholder = placeholder;
  picker.items = choices.map((choice) => ({
    ...choice,
    label: `${choice.value === current ? "$(check)" : "$(blank)"} ${choice.label}`,
  }));
  picker.activeItems = picker.items.filter(({ value }) => value === current);
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]?.value);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
