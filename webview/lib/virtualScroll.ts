/**
 * Where a list of rows of one height stands that may be taller than a browser lays out. What is
 * scrolled is then shorter than the list: small steps move by what they say, jumps by proportion.
 */
export interface ScrollSpace {
  readonly count: number;
  /** Of all heights: CSS pixels. */
  readonly rowHeight: number;
  readonly viewHeight: number;
}

export interface ScrollPlace {
  /** How far down the view stands in the list. */
  readonly top: number;
  /** What the browser has for it. */
  readonly scrollTop: number;
}

/** Chromium lays out at most 33 million pixels, others less. */
const maxHeightPx = 8_000_000;

/** What the browser is given to scroll. */
export function contentHeight({ count, rowHeight }: ScrollSpace): number {
  return Math.min(maxHeightPx, count * rowHeight);
}

/** The place for a `top`, kept within the list. */
export function placeAt(space: ScrollSpace, top: number): ScrollPlace {
  const bounded = Math.max(0, Math.min(top, space.count * space.rowHeight - space.viewHeight));
  return { top: bounded, scrollTop: bounded * ratio(space) };
}

/** The place after the browser has scrolled to `scrollTop`. */
export function scrolledTo(space: ScrollSpace, from: ScrollPlace, scrollTop: number): ScrollPlace {
  const by = scrollTop - from.scrollTop;
  const top =
    ratio(space) < 1 && Math.abs(by) <= space.viewHeight ? from.top + by : scrollTop / ratio(space);
  return { top: placeAt(space, top).top, scrollTop };
}

/** The least change of `top` that shows all of a row. */
export function topToShow(
  { rowHeight, viewHeight }: ScrollSpace,
  top: number,
  row: number,
): number {
  const begin = row * rowHeight;
  if (begin < top || rowHeight > viewHeight) return begin;
  return Math.max(top, begin + rowHeight - viewHeight);
}

/** The rows of which something is seen. */
export function rowsAt(
  space: ScrollSpace,
  top: number,
): { readonly from: number; readonly to: number } {
  const { count, rowHeight, viewHeight } = space;
  if (rowHeight <= 0) return { from: 0, to: 0 };
  const from = Math.max(0, Math.floor(top / rowHeight));
  return { from, to: Math.min(count, Math.ceil((top + viewHeight) / rowHeight)) };
}

/** Of pixels that the browser scrolls to pixels of the list. */
function ratio(space: ScrollSpace): number {
  const whole = space.count * space.rowHeight - space.viewHeight;
  return whole <= 0 ? 1 : (contentHeight(space) - space.viewHeight) / whole;
}
