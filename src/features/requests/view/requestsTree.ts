import { type Format } from "../../../shared/format";
import { type Clock } from "../../../util/clock";
import { type Disposable, DisposableStore } from "../../../util/disposable";
import { Emitter } from "../../../util/emitter";
import {
  type Arrangement,
  type DrawnRows,
  GroupedRows,
  type RowSource,
} from "../../tree/groupedRows";
import { plainContent, type RowContent } from "../../tree/shownRows";
import { type CallHistory } from "../store/callHistory";
import { type PlacedRequest, type SavedRequests } from "../store/savedRequests";
import {
  pastElement,
  type RequestElement,
  type RequestsElement,
  savedElement,
  type SectionKey,
} from "./requestElements";
import { pastRow, type RowContext, savedRow, sectionRow } from "./requestRow";
import { pastTooltip, savedTooltip } from "./requestTooltip";

export interface RequestsTreeOptions {
  readonly history: Pick<CallHistory, "calls" | "get" | "onDidChange">;
  readonly saved: Pick<SavedRequests, "all" | "get" | "onDidChange">;
  readonly serverName: RowContext["serverName"];
  readonly format: Format;
  readonly clock: Pick<Clock, "now" | "wallTime">;
}

/** The rows of the Requests view: a section for each kind of requests that there is. */
export class RequestsTree implements RowSource<SectionKey, RequestElement, undefined>, Disposable {
  /** Empty: the view is about all servers. */
  readonly serverId = "";
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new Emitter<RequestsElement[] | undefined>());
  #saved: ReadonlyMap<string, PlacedRequest> = new Map();

  readonly rows: GroupedRows<SectionKey, RequestElement, undefined>;
  /** Undefined: all. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly options: RequestsTreeOptions) {
    const { history, saved, clock } = options;
    this.rows = new GroupedRows(this, clock);
    this.#disposables.add(history.onDidChange(() => this.update()));
    this.#disposables.add(saved.onDidChange(() => this.update()));
  }

  /** Without requests there are no rows: the view then shows its welcome text. */
  childrenOf(element?: RequestsElement): RequestsElement[] {
    if (element === undefined) return this.rows.roots();
    return element.kind === "group" ? this.rows.childrenOf(element) : [];
  }

  /** Markdown. */
  tooltipOf(element: RequestsElement): string | undefined {
    const { history, saved, format, serverName } = this.options;
    switch (element.kind) {
      case "group":
        return undefined;
      case "saved": {
        const request = saved.get(element.scope, element.name);
        return request && savedTooltip(request, serverName);
      }
      case "past": {
        const call = history.get(element.callId);
        return call && pastTooltip(call, format);
      }
    }
  }

  /** Draws what has changed, such as the ages in the rows of calls. */
  update(): void {
    const changed = this.rows.update(undefined);
    this.#changed.fire(changed === "all" ? undefined : [...changed]);
  }

  arrange(): Arrangement<SectionKey> {
    const { history, saved } = this.options;
    this.#saved = new Map(
      saved.all.map((request) => [savedElement(request.scope, request.name).id, request]),
    );
    const sections: Arrangement<SectionKey>["groups"] = [
      { key: "savedSection", leaves: [...this.#saved.keys()] },
      { key: "pastSection", leaves: history.calls.map(({ id }) => id) },
    ];
    const total = this.#saved.size + history.calls.length;
    const groups = sections.filter(({ leaves }) => leaves.length > 0);
    return { groups, leaves: [], shown: total, total };
  }

  movesRows(): boolean {
    return true;
  }

  leaf(name: string): RequestElement {
    const request = this.#saved.get(name);
    return request === undefined ? pastElement(name) : savedElement(request.scope, request.name);
  }

  groupContent(key: SectionKey): RowContent {
    return plainContent(sectionRow(key));
  }

  leafContent(element: RequestElement): RowContent | undefined {
    const { history, saved, format, clock, serverName } = this.options;
    const context = { format, serverName, now: clock.wallTime() };
    if (element.kind === "saved") {
      const request = saved.get(element.scope, element.name);
      return request && plainContent(savedRow(request, context));
    }
    const call = history.get(element.callId);
    return call && plainContent(pastRow(call, context));
  }

  touchedRows(_change: undefined, rows: DrawnRows<SectionKey, RequestElement>) {
    return rows.drawn();
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
