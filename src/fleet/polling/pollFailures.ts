import { type Problem } from "../../komari/problem";

/** One failed poll may be a blink; from this many in a row on it is a state. */
const persistentFrom = 2;

/** The polls of one kind that failed in a row, and why the last of them did. */
export class PollFailures {
  #count = 0;
  #problem: Problem | undefined;

  /** Undefined while the polls succeed. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** A timeout is no blink: it took long by itself, and so does the pause that follows. */
  get persistent(): boolean {
    return this.#count >= persistentFrom || this.#problem?.code === "timeout";
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
