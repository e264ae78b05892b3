import { type Clock } from "../../util/clock";
import { areEqual, differNoticeably, type RowFigure } from "./noticeable";
import { type Row } from "./row";

/** A row before it is written: texts are made only of rows that are drawn. */
export interface RowContent {
  /** All that is drawn at once when it changes: name, state, icon. */
  readonly words: string;
  readonly icon: string | undefined;
  readonly figures: readonly RowFigure[];
  readonly write: () => Row;
}

/** Of a row that is drawn again whenever anything in it changes. */
export function plainContent(row: Row): RowContent {
  return { words: JSON.stringify(row), icon: row.icon?.id, figures: [], write: () => row };
}

interface Shown {
  readonly content: RowContent;
  readonly row: Row;
  readonly drawnAt: number;
}

/** Figures that jump up and down are not followed faster than this. */
const minIntervalMs = 8_000;

/** A row that differs, though not noticeably, is drawn again after this time. */
const maxDelayMs = 20_000;

/** The rows on screen, and when they are to be redrawn: seldom, so that the view does not flicker. */
export class ShownRows<Element> {
  readonly #shown = new Map<Element, Shown>();
  /** Since when rows differ without having been drawn again. */
  readonly #differSince = new Map<Element, number>();
  readonly #held: TooltipHold<Element>;

  constructor(private readonly clock: Pick<Clock, "now">) {
    this.#held = new TooltipHold(clock);
  }

  /** When a row must be redrawn if no event occurs before. */
  get nextDueAt(): number | undefined {
    const [first] = this.#differSince.values();
    return first === undefined ? undefined : first + maxDelayMs;
  }

  has(element: Element): boolean {
    return this.#shown.has(element);
  }

  elements(): Iterable<Element> {
    return this.#shown.keys();
  }

  /** What the row says from here on: the same as before unless it is outdated. */
  draw(element: Element, content: RowContent): Row {
    const shown = this.#shown.get(element);
    if (shown !== undefined && !this.isOutdated(element, content)) return shown.row;
    const row = content.write();
    this.#shown.set(element, { content, row, drawnAt: this.clock.now() });
    this.#differSince.delete(element);
    return row;
  }

  /** Does not redraw a row for a while: a redraw would close its tooltip. */
  hold(element: Element): void {
    this.#held.hold(element);
  }

  /** Rows to check again although nothing about them has changed: those whose minimum time is over. */
  takeDue(): { readonly expired: readonly Element[]; readonly overdue: readonly Element[] } {
    const overdue = [...this.#differSince.keys()].filter((element) => this.#isOverdue(element));
    return { expired: this.#held.takeExpired(), overdue };
  }

  /** Whether a shown row is to be drawn again. */
  isOutdated(element: Element, now: RowContent): boolean {
    const shown = this.#shown.get(element);
    if (shown === undefined) return false;
    if (this.#held.has(element)) {
      // Other differences are drawn when the row's minimum time is over.
      this.#differSince.delete(element);
      return shown.content.icon !== now.icon;
    }
    if (shown.content.words !== now.words) return true;
    if (!this.#isDue(element, shown, now)) return false;
    if (JSON.stringify(shown.row) !== JSON.stringify(now.write())) return true;
    this.#differSince.delete(element);
    return false;
  }

  /** The row is about to be drawn again, or gone: there is nothing to compare until it is drawn. */
  forget(element: Element): void {
    this.#shown.delete(element);
    this.#differSince.delete(element);
  }

  clear(): void {
    this.#shown.clear();
    this.#differSince.clear();
    this.#held.clear();
  }

  #isDue(element: Element, shown: Shown, now: RowContent): boolean {
    const before = shown.content.figures;
    if (areEqual(before, now.figures)) {
      this.#differSince.delete(element);
      return false;
    }
    if (this.#isOverdue(element)) return true;
    const paused = this.clock.now() >= shown.drawnAt + minIntervalMs;
    if (paused && differNoticeably(before, now.figures)) return true;
    if (!this.#differSince.has(element)) this.#differSince.set(element, this.clock.now());
    return false;
  }

  #isOverdue(element: Element): boolean {
    const since = this.#differSince.get(element);
    return since !== undefined && this.clock.now() >= since + maxDelayMs;
  }
}

/** How long a row is held for its tooltip. */
const holdMs = 10_000;

/** Rows that are not redrawn for a while: a redraw would close the tooltip of a row. */
class TooltipHold<Row> {
  readonly #until = new Map<Row, number>();

  constructor(private readonly clock: Pick<Clock, "now">) {}

  hold(row: Row): void {
    this.#until.set(row, this.clock.now() + holdMs);
  }

  has(row: Row): boolean {
    return this.#until.has(row);
  }

  /**
   * Removes and returns the rows whose hold has expired. They must be redrawn even with the same text:
   * VS Code caches a tooltip for as long as its row, even for hours.
   */
  takeExpired(): readonly Row[] {
    const now = this.clock.now();
    const expired = [...this.#until].filter(([, until]) => until <= now).map(([row]) => row);
    for (const row of expired) this.#until.delete(row);
    return expired;
  }

  clear(): void {
    this.#until.clear();
  }
}
