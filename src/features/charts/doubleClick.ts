import { type Clock } from "../../util/clock";

/** As systems have it by default. */
const maxPauseMs = 500;

/** Recognizes double clicks: VS Code does not report them, it runs the command of a row twice. */
export class DoubleClick {
  #last: { readonly key: string; readonly at: number } | undefined;

  constructor(private readonly clock: Pick<Clock, "now">) {}

  /** Whether this click on what `key` stands for is the second one. */
  completes(key: string): boolean {
    const at = this.clock.now();
    const isSecond = this.#last?.key === key && at - this.#last.at <= maxPauseMs;
    this.#last = isSecond ? undefined : { key, at };
    return isSecond;
  }
}
