import { type CommandId } from "../manifest/contributions";

type Handler = (...args: readonly unknown[]) => unknown;

/** Handlers of commands; an error thrown by one of them is shown by `onError`. */
export class CommandRegistry {
  readonly #handlers = new Map<CommandId, Handler>();

  constructor(private readonly onError: (command: CommandId, error: unknown) => void) {}

  register(id: CommandId, handler: Handler): void {
    this.#handlers.set(id, handler);
  }

  async run(id: CommandId, args: readonly unknown[]): Promise<void> {
    try {
      await this.#handlers.get(id)?.(...args);
    } catch (error) {
      this.onError(id, error);
    }
  }
}
