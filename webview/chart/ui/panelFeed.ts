import {
  type ChartAppend,
  type ChartData,
  type ChartNotice,
  type ChartProgress,
} from "../../../src/shared/chartApi";
import { isHindrance } from "../state/waiting";
import { PanelData } from "./panelData";
import { type PanelNotices } from "./panelNotices";
import { type Queries } from "./queries";

interface FeedEvents {
  readonly onChange: () => void;
}

/** What the host sends: of data and progress only those for the newest query count. */
export class PanelFeed {
  #data = new PanelData();
  /** The data are of the previous subject: they stay while the response takes only a moment. */
  #isFormer = false;

  constructor(
    private readonly queries: Queries,
    private readonly notices: PanelNotices,
    private readonly events: FeedEvents,
  ) {}

  get data(): PanelData {
    return this.#data;
  }

  /** Another subject is shown from here on. */
  leave(): void {
    this.#isFormer = true;
    this.notices.setHost(undefined);
  }

  dropFormer(): void {
    if (this.#isFormer) this.#data = new PanelData();
    this.#isFormer = false;
  }

  take(data: ChartData): void {
    if (!this.queries.isNewest(data.query)) return;
    this.queries.answer();
    this.dropFormer();
    this.#data.take(data);
    this.events.onChange();
  }

  append(append: ChartAppend): void {
    if (!this.queries.isNewest(append.query) || this.queries.waiting) return;
    this.#data.grow(append);
    this.events.onChange();
  }

  advance(progress: ChartProgress): void {
    if (!this.queries.isNewest(progress.query)) return;
    this.queries.advance(progress);
    this.events.onChange();
  }

  notice(notice: ChartNotice | undefined): void {
    const query = notice?.query;
    if (query !== undefined && !this.queries.isNewest(query)) return;
    if (query !== undefined) this.queries.answer();
    else if (isHindrance(notice)) this.queries.stall();
    if (notice !== undefined) this.dropFormer();
    this.notices.setHost(notice);
    this.events.onChange();
  }
}
