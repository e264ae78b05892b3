import { echo } from "./rpcServer";

/** A server's `answer` that waits: the test says which message is answered when. */
export function heldAnswers() {
  const held: { message: string; release: (text: string) => void }[] = [];
  let notice: (() => void) | undefined;
  return {
    response: (message: string): Promise<string> =>
      new Promise((resolve) => {
        held.push({ message, release: resolve });
        notice?.();
      }),
    /** Resolves when `count` messages have come. */
    arrived: async (count: number): Promise<void> => {
      while (held.length < count) await new Promise<void>((resolve) => (notice = resolve));
    },
    /** Answers the message at `index` (in order of arrival), by default with its params. */
    release: (index: number, text?: string): void => {
      const entry = held[index];
      if (entry === undefined) throw new Error(`no message ${index}`);
      entry.release(text ?? echo(entry.message));
    },
  };
}
