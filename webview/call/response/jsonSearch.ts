import { type JsonIndex } from "./json/jsonIndex";
import { searchJson } from "./json/searchJson";
import { runCooperatively } from "../../lib/cooperative";
import { type CooperativeTask } from "../../../src/json/cooperative";

export interface SearchState {
  /** Number of the current match, from 1; 0: none. */
  readonly at: number;
  readonly count: number;
  readonly running: boolean;
}

/** Searches a result cooperatively and steps through the matches. */
export class JsonSearch {
  #index: JsonIndex | undefined;
  #query = "";
  #found: number[] = [];
  #at = -1;
  #running: CooperativeTask | undefined;

  constructor(
    private readonly events: {
      readonly onChange: (state: SearchState) => void;
      readonly onGo: (line: number) => void;
    },
  ) {}

  /** @param startLine shows the first match from this line on; undefined: shows none. */
  start(index: JsonIndex | undefined, query: string, startLine?: number): void {
    this.#running?.cancel();
    this.#running = undefined;
    [this.#index, this.#query, this.#found, this.#at] = [index, query, [], -1];
    if (index === undefined || query === "") {
      this.#emitChange();
      return;
    }
    const advance = (running: boolean) => {
      if (startLine !== undefined && this.#at < 0) this.#first(startLine, !running);
      this.#emitChange(running);
    };
    const onDone = () => {
      this.#running = undefined;
      advance(false);
    };
    this.#running = runCooperatively(searchJson(index, query, this.#found), onDone, () =>
      advance(true),
    );
  }

  /** To the next or previous match; wraps around. */
  step(by: 1 | -1): void {
    const { length } = this.#found;
    if (length === 0) return;
    this.#go(this.#at < 0 && by < 0 ? length - 1 : (this.#at + by + length) % length);
    this.#emitChange(this.#running !== undefined);
  }

  get query(): string {
    return this.#index === undefined ? "" : this.#query;
  }

  #first(startLine: number, done: boolean): void {
    const at = this.#found.findIndex((line) => line >= startLine);
    if (at >= 0) this.#go(at);
    else if (done && this.#found.length > 0) this.#go(0);
  }

  #go(at: number): void {
    this.#at = at;
    const line = this.#found[at];
    if (line !== undefined) this.events.onGo(line);
  }

  #emitChange(running = false): void {
    this.events.onChange({ at: this.#at + 1, count: this.#found.length, running });
  }
}
