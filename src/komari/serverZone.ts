import { isRecord } from "../util/json";
import { isArray } from "./decode/primitives";
import { time } from "./decode/time";

/**
 * The zone of an RFC 3339 time as it is written there: "Z" or "+08:00". Undefined for what is no
 * time, and for Go's zero time, whose zone may be of long ago (+08:05).
 */
export function zoneOf(timeText: unknown): string | undefined {
  if (typeof timeText !== "string" || time(timeText) === undefined) return undefined;
  return /z$/i.test(timeText) ? "Z" : timeText.slice(-"+08:00".length);
}

/**
 * The zone in which a response to common:getNodesLatestStatus is written. Nodes that are away do not
 * count: their times may be of before the clocks went forward or back.
 */
export function zoneOfStatuses(result: unknown): string | undefined {
  const entries: readonly unknown[] = isArray(result)
    ? result
    : isRecord(result)
      ? Object.values(result)
      : [];
  for (const entry of entries) {
    const zone = isRecord(entry) && entry.online === true ? zoneOf(entry.time) : undefined;
    if (zone !== undefined) return zone;
  }
  return undefined;
}

/**
 * A whole second, given in milliseconds since the epoch, as RFC 3339 in a zone that `zoneOf` gave.
 * Undefined outside the years 0 to 9999, which RFC 3339 cannot write.
 */
export function rfc3339In(timeMs: number, zone: string): string | undefined {
  const local = new Date(timeMs + offsetMs(zone));
  if (Number.isNaN(local.getTime())) return undefined;
  const text = local.toISOString();
  return /^\d{4}-/.test(text) ? text.slice(0, "2026-11-22T10:00:00".length) + zone : undefined;
}

function offsetMs(zone: string): number {
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith("-") ? -minutes : minutes) * 60_000;
}
