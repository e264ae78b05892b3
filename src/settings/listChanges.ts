import { Slots } from "../util/slots";
import { type UserSetting } from "./userSetting";

/**
 * Changes lists in settings, one change after the other: each begins with what the setting holds by then, by
 * the change before it and by other windows.
 */
export class ListChanges {
  readonly #slots = new Slots(1);

  /** @param notAList what to fail with where the setting holds something else: writing would lose it */
  constructor(private readonly notAList: () => Error) {}

  make(
    setting: UserSetting,
    change: (list: readonly unknown[]) => readonly unknown[],
  ): Promise<void> {
    return this.#slots.run(async () => {
      const value = setting.read() ?? [];
      if (!Array.isArray(value)) throw this.notAList();
      await setting.write(change(value.map((item: unknown) => item)));
    });
  }
}
