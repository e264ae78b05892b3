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

/** Receives what the host sends; data and progress count only for the newest query. */
export class PanelFeed {
  #data = new PanelData();
  /** The data are of the previous subject: they stay while the response takes only a moment. */
  #isPrevious = false;

  constructor(
    private readonly queries: Queries,
    private readonly notices: PanelNotices,
    private readonly events: FeedEvents,
  ) {}

  get data(): PanelData {
    return this.#data;
  }

  /** Another subject is shown from here on. */
  markPrevious(): void {
    this.#isPrevious = true;
    this.notices.setHost(undefined);
  }

  dropPrevious(): void {
    if (this.#isPrevious) this.#data = new PanelData();
    this.#isPrevious = false;
  }

  setData(data: ChartData): void {
    if (!this.queries.isNewest(data.query)) return;
    this.queries.complete();
    this.dropPrevious();
    this.#data.set(data);
    this.events.onChange();
  }

  append(append: ChartAppend): void {
    if (!this.queries.isNewest(append.query) || this.queries.waiting) return;
    this.#data.append(append);
    this.events.onChange();
  }

  setProgress(progress: ChartProgress): void {
    if (!this.queries.isNewest(progress.query)) return;
    this.queries.setProgress(progress);
    this.events.onChange();
  }

  setNotice(notice: ChartNotice | undefined): void {
    const query = notice?.query;
    if (query !== undefined && !this.queries.isNewest(query)) return;
    if (query !== undefined) this.queries.complete();
    else if (isHindrance(notice)) this.queries.clearProgress();
    if (notice !== undefined) this.dropPrevious();
    this.notices.setHost(notice);
    this.events.onChange();
  }
}
