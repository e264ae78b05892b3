import { type ChartNotice, type ChartQuery } from "../../../shared/chartApi";
import { type Format } from "../../../shared/format";
import { type Failure } from "./chartSource";
import {
  connectingNotice,
  emptyNotice,
  failureNotice,
  lostNotice,
  nodesGoneNotice,
  serverGoneNotice,
} from "./notices";
import { type Readiness } from "./readiness";
import { type Snapshot } from "./snapshot";

export interface PanelState {
  readonly query: ChartQuery;
  readonly readiness: Readiness;
  readonly failures: readonly Failure[];
  /** Whether the query has been answered. */
  readonly loaded: boolean;
  /** What is shown: of this query once it is loaded, else of the one before. */
  readonly snapshot: Snapshot | undefined;
  readonly format: Pick<Format, "duration">;
}

/** The notice above the charts; undefined: none. */
export function noticeOf(state: PanelState): ChartNotice | undefined {
  const { readiness, snapshot, query } = state;
  if (readiness.gone) return serverGoneNotice();
  const [lost] = readiness.failed;
  if (lost !== undefined) return lostNotice(lost.problem, lost.server, snapshot?.to);
  const failure = state.failures.find(({ server }) => readiness.ready.includes(server));
  if (failure !== undefined) {
    return failureNotice(query.id, failure, state.loaded ? snapshot?.to : undefined);
  }
  const [ready] = readiness.ready;
  if (ready === undefined) {
    const [server] = readiness.connecting;
    return server === undefined ? undefined : connectingNotice(server);
  }
  if (readiness.missing > 0) {
    return nodesGoneNotice(ready, readiness.missing, readiness.members);
  }
  const isEmpty = state.loaded && snapshot?.series.length === 0;
  return isEmpty ? emptyNotice(query, ready, state.format) : undefined;
}
