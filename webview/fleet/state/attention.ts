import * as l10n from "@vscode/l10n";
import { type Format } from "../../../src/shared/format";
import { type Health, healthOf } from "../../../src/shared/nodes/presence";
import { reasonText } from "../../../src/shared/nodes/reasonText";
import { compareTroubles } from "../../../src/shared/nodes/trouble";
import { type FleetStore } from "../data/fleetStore";
import { needsAttention } from "./chips";

type Source = Pick<FleetStore, "node" | "presence" | "troubles" | "figure" | "serverTime">;

/** The slots of nodes that need attention: offline ones, the latest first, then the worst, then what expires first. */
export function findAttention(store: Source, slots: Iterable<number>): readonly number[] {
  const found = [...slots].filter((slot) => needsAttention(store, slot));
  return found.sort((a, b) => compareAttention(store, a, b));
}

function compareAttention(store: Source, a: number, b: number): number {
  const isOffline = (slot: number) => store.presence(slot) === "offline";
  if (isOffline(a) !== isOffline(b)) return isOffline(a) ? -1 : 1;
  if (isOffline(a))
    return known(store.figure("reportedAt", b)) - known(store.figure("reportedAt", a));
  const [first] = store.troubles(a);
  const [second] = store.troubles(b);
  return first === undefined || second === undefined ? 0 : compareTroubles(first, second);
}

function known(time: number): number {
  return Number.isNaN(time) ? 0 : time;
}

/** "offline 5 d", "disk 97%", "expires in 3 d"; undefined: nothing is wrong. */
export function attentionText(store: Source, slot: number, format: Format): string | undefined {
  if (store.presence(slot) === "offline") return offlineText(store, slot, format);
  const [worst] = store.troubles(slot);
  return worst && reasonText(worst, format);
}

function offlineText(store: Source, slot: number, format: Format): string {
  const time = store.figure("reportedAt", slot);
  const node = store.node(slot);
  if (Number.isNaN(time) || node === undefined) return l10n.t("offline");
  const age = Math.max(0, store.serverTime(node.serverId) - time);
  return l10n.t("offline {0}", format.duration(age / 1000));
}

/** As its icon shows it. */
export function healthAt(store: Pick<FleetStore, "presence" | "troubles">, slot: number): Health {
  return healthOf({ presence: store.presence(slot), troubles: store.troubles(slot) });
}
