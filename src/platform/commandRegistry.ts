import { commands } from "vscode";
import { type CommandId } from "../contributions";
import { type Disposable, DisposableStore } from "../util/disposable";

/** Registers commands; what one of them throws is told to the user by `onError`. */
export class CommandRegistry implements Disposable {
  readonly #disposables = new DisposableStore();

  constructor(private readonly onError: (command: CommandId, error: unknown) => void) {}

  register(id: CommandId, run: (...args: readonly unknown[]) => unknown): void {
    const guarded = async (...args: readonly unknown[]) => {
      try {
        await run(...args);
      } catch (error) {
        this.onError(id, error);
      }
    };
    this.#disposables.add(commands.registerCommand(id, guarded));
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
