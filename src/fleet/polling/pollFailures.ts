import { type Problem } from "../../komari/problem";

/** One failed poll may be a blink; from this many in a row on it is a state. */
const persistentFrom = 2;

/** The polls of one kind that failed in a row, and why the last of them did. */
export class PollFailures {
  #count = 0;
  #problem: Problem | undefined;

  /** @param isTimeoutLasting a timeout is no blink: it took long by itself, and so does the pause that follows. */
  constructor(private readonly isTimeoutLasting: boolean) {}

  /** Undefined while the polls succeed. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  get persistent(): boolean {
    const isLasting = this.isTimeoutLasting && this.#problem?.code === "timeout";
    return isLasting || this.#count >= persistentFrom;
  }

  failed(problem: Problem): void {
    this.#count += 1;
    this.#problem = problem;
  }

  succeeded(): void {
    this.#count = 0;
    this.#problem = undefined;
  }
}
