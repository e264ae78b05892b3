import { type Format } from "../../shared/format";
import { type Clock } from "../../util/clock";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Emitter } from "../../util/emitter";
import { type Row } from "../../platform/treeRow";
import { type CallHistory } from "./callHistory";
import {
  pastElement,
  pastSection,
  type RequestsElement,
  savedElement,
  savedSection,
  type SectionElement,
} from "./elements";
import { pastRow, type RowContext, savedRow, sectionRow } from "./requestRow";
import { pastTooltip, savedTooltip } from "./requestTooltip";
import { type SavedRequests } from "./savedRequests";

export interface RequestsTreeOptions {
  readonly history: Pick<CallHistory, "calls" | "get" | "onDidChange">;
  readonly saved: Pick<SavedRequests, "all" | "get" | "onDidChange">;
  readonly serverName: RowContext["serverName"];
  readonly format: Format;
  readonly clock: Pick<Clock, "wallTime">;
}

/** The rows of the Requests view. */
export class RequestsTree implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new Emitter<SectionElement | undefined>());
  #shownSections = "";

  /** Undefined: all. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly options: RequestsTreeOptions) {
    const { history, saved } = options;
    this.#disposables.add(history.onDidChange(() => this.#fire(pastSection)));
    this.#disposables.add(saved.onDidChange(() => this.#fire(savedSection)));
  }

  /** Without requests there are no rows: the view then shows its welcome text. */
  childrenOf(element?: RequestsElement): RequestsElement[] {
    const { history, saved } = this.options;
    switch (element?.kind) {
      case undefined: {
        const sections = this.#sections();
        this.#shownSections = idsOf(sections);
        return sections;
      }
      case "savedSection":
        return saved.all.map(({ scope, name }) => savedElement(scope, name));
      case "pastSection":
        return history.calls.map(({ id }) => pastElement(id));
      case "saved":
      case "past":
        return [];
    }
  }

  /** Undefined: gone meanwhile. */
  rowOf(element: RequestsElement): Row | undefined {
    const { history, saved, format, clock, serverName } = this.options;
    const context = { format, serverName, now: clock.wallTime() };
    switch (element.kind) {
      case "savedSection":
      case "pastSection":
        return sectionRow(element);
      case "saved": {
        const request = saved.get(element.scope, element.name);
        return request && savedRow(request, context);
      }
      case "past": {
        const call = history.get(element.callId);
        return call && pastRow(call, context);
      }
    }
  }

  /** Markdown. */
  tooltipOf(element: RequestsElement): string | undefined {
    const { history, saved, format, serverName } = this.options;
    switch (element.kind) {
      case "savedSection":
      case "pastSection":
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

  /** Updates the ages in the rows of calls. */
  updateAges(): void {
    this.#fire(pastSection);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #sections(): SectionElement[] {
    const { history, saved } = this.options;
    return [
      ...(saved.all.length > 0 ? [savedSection] : []),
      ...(history.calls.length > 0 ? [pastSection] : []),
    ];
  }

  #fire(section: SectionElement): void {
    const isShown = idsOf(this.#sections()) === this.#shownSections;
    this.#changed.fire(isShown ? section : undefined);
  }
}

function idsOf(sections: readonly SectionElement[]): string {
  return sections.map(({ id }) => id).join(" ");
}
