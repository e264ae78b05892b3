import { type Clock } from "../../util/clock";
import { type Disposable } from "../../util/disposable";
import { Emitter } from "../../util/emitter";

/** VS Code draws a tree again once nothing has changed for 200 ms: without pauses it would never do so. */
const pauseMs = 500;

/** The changes of a tree, collected so that there is a pause between any two. */
export class TreeChanges<Element> implements Disposable {
  readonly #emitter = new Emitter<Element[] | undefined>();
  readonly #waiting = new Set<Element>();
  #everything = false;
  #pause: Disposable | undefined;

  readonly event = this.#emitter.event;

  constructor(private readonly clock: Clock) {}

  /** Says which rows are to be drawn again; undefined: all. */
  fire(elements: readonly Element[] | undefined): void {
    if (elements === undefined) this.#everything = true;
    else for (const element of elements) this.#waiting.add(element);
    if (this.#pause === undefined) this.#flush();
  }

  /**
   * All rows, without a pause: what the user has changed does not wait, and VS Code reveals a row after
   * the changes that it knows of.
   */
  fireAll(): void {
    this.#pause?.dispose();
    this.#everything = true;
    this.#flush();
  }

  dispose(): void {
    this.#pause?.dispose();
    this.#emitter.dispose();
  }

  #flush(): void {
    const changed = this.#everything ? undefined : [...this.#waiting];
    if (changed?.length === 0) return;
    this.#everything = false;
    this.#waiting.clear();
    this.#pause = this.clock.setTimeout(() => {
      this.#pause = undefined;
      this.#flush();
    }, pauseMs);
    this.#emitter.fire(changed);
  }
}
