import { reconcileChildren, element } from "./dom";
import {
  contentHeight,
  placeAt,
  rowsAt,
  type ScrollPlace,
  scrolledTo,
  type ScrollSpace,
  topToShow,
} from "./virtualScroll";

export interface VirtualListOptions {
  /** What scrolls. Its height is bounded by the style sheet; it has a position. */
  readonly box: HTMLElement;
  /** Rows go in here, at the end of the box or of something in it. */
  readonly parent?: HTMLElement;
  /** What stands fixed above the rows within the box. */
  readonly headHeight?: () => number;
  /** The same key means the same row: its element is reused while it is visible. */
  readonly keyOf: (row: number) => number;
  /** Makes the element of a row. All are of one height, set by the style sheet. */
  readonly render: (row: number) => HTMLElement;
  /** An empty row: what all others are measured by. */
  readonly probe: HTMLElement;
}

/** Beyond what is seen, so that a small step shows no gap. */
const overscanRows = 4;
const settleMs = 150;

/** Draws the rows that are seen, whatever their number. */
export class VirtualList {
  readonly #sizer: HTMLElement;
  readonly #probe: HTMLElement;
  readonly #rows = new Map<number, HTMLElement>();
  readonly #observer: ResizeObserver;
  #count = 0;
  #place: ScrollPlace = { top: 0, scrollTop: 0 };
  #settleTimer: number | undefined;

  constructor(private readonly options: VirtualListOptions) {
    const { box, probe, parent } = options;
    this.#probe = element("div", { class: "virtual-probe", "aria-hidden": "true" }, probe);
    this.#sizer = parent ?? element("div", { role: "presentation" });
    this.#sizer.classList.add("virtual-rows");
    if (parent === undefined) box.append(this.#sizer);
    box.append(this.#probe);
    box.addEventListener("scroll", () => this.#onScroll());
    this.#observer = new ResizeObserver(() => this.draw());
    this.#observer.observe(box);
    // Zoom, and another font in the settings.
    this.#observer.observe(this.#probe);
  }

  get count(): number {
    return this.#count;
  }

  /** Other rows, or other contents: all visible rows are made again. */
  reset(count: number): void {
    this.#count = count;
    this.redraw();
  }

  /** Other rows, of which those with a known key stay as they are. */
  rearrange(count: number): void {
    this.#count = count;
    this.draw();
  }

  /** The row at the upper edge of the view. */
  get topRow(): number {
    return rowsAt(this.#space(), this.#place.top).from;
  }

  /** The rows in the view, whole or in part. */
  get visibleRows(): { readonly from: number; readonly to: number } {
    return rowsAt(this.#space(), this.#place.top);
  }

  /** Makes the visible rows again. */
  redraw(): void {
    this.#rows.clear();
    this.#sizer.replaceChildren();
    this.draw();
  }

  /** How many whole rows the view has room for. */
  get pageRows(): number {
    const { rowHeight, viewHeight } = this.#space();
    return rowHeight > 0 ? Math.max(1, Math.floor(viewHeight / rowHeight)) : 1;
  }

  /** Scrolls no further than it takes to see the row. */
  reveal(row: number): void {
    const space = this.#space();
    this.#scrollTo(topToShow(space, this.#place.top, row));
  }

  /** Scrolls so that the row is in the middle, unless it is visible already. */
  center(row: number): void {
    const space = this.#space();
    const { from, to } = rowsAt(space, this.#place.top);
    if (row > from && row < to - 1) return;
    this.#scrollTo((row + 0.5) * space.rowHeight - space.viewHeight / 2);
  }

  scrollToTop(): void {
    this.#scrollTo(0);
  }

  /** The element of a row that is drawn. */
  elementOf(row: number): HTMLElement | undefined {
    return this.#rows.get(this.options.keyOf(row));
  }

  draw(): void {
    // First the height: the box may be as high as what is in it.
    this.#sizer.style.height = `${contentHeight(this.#space())}px`;
    const space = this.#space();
    if (space.rowHeight <= 0 || space.viewHeight <= 0) return;
    this.#place = { ...this.#place, top: placeAt(space, this.#place.top).top };
    this.#restoreScrollTop();
    const { top, scrollTop } = this.#place;
    const visible = rowsAt(space, top);
    const from = Math.max(0, visible.from - overscanRows);
    const to = Math.min(space.count, visible.to + overscanRows);
    const kept = new Map(this.#rows);
    this.#rows.clear();
    const drawn: HTMLElement[] = [];
    for (let row = from; row < to; row++) {
      const key = this.options.keyOf(row);
      const made = kept.get(key) ?? this.options.render(row);
      made.style.transform = `translateY(${row * space.rowHeight - top + scrollTop}px)`;
      this.#rows.set(key, made);
      drawn.push(made);
    }
    reconcileChildren(this.#sizer, drawn);
  }

  dispose(): void {
    this.#observer.disconnect();
    clearTimeout(this.#settleTimer);
  }

  /** What is taken off the page, and put there again, is scrolled to its top by the browser. */
  #restoreScrollTop(): void {
    const { box } = this.options;
    if (Math.abs(box.scrollTop - this.#place.scrollTop) < 1) return;
    box.scrollTop = this.#place.scrollTop;
    this.#place = { ...this.#place, scrollTop: box.scrollTop };
  }

  #scrollTo(top: number): void {
    this.#place = placeAt(this.#space(), top);
    this.options.box.scrollTop = this.#place.scrollTop;
    // What the browser makes of it: whole device pixels.
    this.#place = { ...this.#place, scrollTop: this.options.box.scrollTop };
    this.draw();
  }

  #onScroll(): void {
    const { scrollTop } = this.options.box;
    if (Math.abs(scrollTop - this.#place.scrollTop) < 1) return;
    this.#place = scrolledTo(this.#space(), this.#place, scrollTop);
    this.draw();
    clearTimeout(this.#settleTimer);
    this.#settleTimer = window.setTimeout(() => this.#syncScrollBar(), settleMs);
  }

  /** After small steps in a tall list the browser's bar no longer stands where the list does. */
  #syncScrollBar(): void {
    const expected = placeAt(this.#space(), this.#place.top).scrollTop;
    if (Math.abs(expected - this.#place.scrollTop) > 1) this.#scrollTo(this.#place.top);
  }

  #space(): ScrollSpace {
    const { box, headHeight } = this.options;
    const rowHeight = this.#probe.getBoundingClientRect().height;
    const viewHeight = Math.max(0, box.clientHeight - (headHeight?.() ?? 0));
    return { count: this.#count, rowHeight, viewHeight };
  }
}
