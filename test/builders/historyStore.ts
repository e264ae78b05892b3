import { HistoryStore, type LoadRequest } from "../../src/fleet/history/historyStore";
import { type HistoryWindow } from "../../src/fleet/history/historyWindow";
import { createHistoryServer } from "./history";

export const lastHours = (hours: number): HistoryWindow => ({ kind: "last", hours });

/** A history store, and a server that it asks. */
export function createHistoryStore(
  knobs: Parameters<typeof createHistoryServer>[0] & { bytes?: number } = {},
) {
  const { server, state, loads, pings } = createHistoryServer(knobs);
  const store = knobs.bytes === undefined ? new HistoryStore() : new HistoryStore(knobs.bytes);
  const load = (window: HistoryWindow, changes: Partial<LoadRequest> = {}, options = {}) => {
    const request = { uuids: ["a"], total: 2, loadType: "all", window, ...changes } as const;
    return store.load(server, request, options);
  };
  const between = (from: number, to: number): HistoryWindow => ({
    kind: "between",
    from: state.now + from,
    to: state.now + to,
  });
  const timesOf = async (response: ReturnType<typeof load>, uuid = "a") => [
    ...((await response).nodes.get(uuid)?.times ?? []),
  ];
  return { server, state, store, loads, pings, load, between, timesOf };
}
