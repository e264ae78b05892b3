import { type JsonIndex } from "../json/jsonIndex";
import { countOf, withParents } from "../json/jsonLine";
import { firstOpen, nearestRow, type OpenLines, openPaths, reopen, visibleRows } from "./openLines";

/** Expanded containers and selected row of a result. */
export class TreeState {
  /** The lines of the visible rows. */
  rows: Uint32Array;
  readonly #open: OpenLines;
  #selected = 0;
  /** The user has expanded or collapsed something. */
  #touched: boolean;

  /** @param before state of the previous result: what the user has expanded there stays expanded. */
  constructor(
    readonly index: JsonIndex,
    before?: TreeState,
  ) {
    const paths =
      before !== undefined && before.#touched ? openPaths(before.index, before.#open) : undefined;
    this.#touched = paths !== undefined;
    this.#open = paths === undefined ? firstOpen(index) : reopen(index, paths);
    this.rows = visibleRows(index, this.#open);
    // Equal size means the same result, as when secrets are revealed.
    if (before?.index.size === index.size) this.select(before.selected);
  }

  /** The line of a visible row. */
  get selected(): number {
    return this.#selected;
  }

  get selectedRow(): number {
    return nearestRow(this.rows, this.#selected);
  }

  isOpen(line: number): boolean {
    return this.#open[line] === 1 && countOf(this.index, line) > 0;
  }

  /** Selects the line, or the collapsed container that holds it. */
  select(line: number): void {
    this.selectRow(nearestRow(this.rows, line));
  }

  selectRow(row: number): void {
    const bounded = Math.max(0, Math.min(row, this.rows.length - 1));
    this.#selected = this.rows[bounded] ?? 0;
  }

  /** Expands or collapses a container. */
  toggle(line: number): void {
    if (countOf(this.index, line) === 0) return;
    this.#open[line] = this.#open[line] === 1 ? 0 : 1;
    this.#touched = true;
    this.#layOut();
  }

  /** Everything but the root. */
  foldAll(fold: boolean): void {
    this.#open.fill(fold ? 0 : 1);
    this.#open[0] = 1;
    this.#touched = true;
    this.#layOut();
  }

  /** Selects a line that may be hidden. @returns whether a container had to be expanded. */
  goTo(line: number): boolean {
    const [, ...parents] = withParents(this.index, line);
    const folded = parents.filter((parent) => this.#open[parent] !== 1);
    for (const parent of folded) this.#open[parent] = 1;
    if (folded.length > 0) this.#layOut();
    this.select(line);
    return folded.length > 0;
  }

  /** Expands, or selects the first child. @returns whether it expanded. */
  goIn(): boolean {
    const line = this.#selected;
    if (countOf(this.index, line) === 0) return false;
    if (this.isOpen(line)) {
      this.select(line + 1);
      return false;
    }
    this.toggle(line);
    return true;
  }

  /** Collapses, or selects the parent. @returns whether it collapsed. */
  goOut(): boolean {
    const line = this.#selected;
    if (this.isOpen(line)) {
      this.toggle(line);
      return true;
    }
    this.select(this.index.parents[line] ?? 0);
    return false;
  }

  #layOut(): void {
    this.rows = visibleRows(this.index, this.#open);
    this.select(this.#selected);
  }
}
