import { type PublicInfo } from "../../komari/model";

const usualHours = [1, 4, 12, 24, 72, 168, 720] as const;

export type Kept = Pick<PublicInfo, "recordPreserveHours" | "pingRecordPreserveHours">;

/** How far back there may be records of any kind, in hours; undefined: the server does not tell. */
export function keptHours(kept: Kept): number | undefined {
  const { recordPreserveHours: load, pingRecordPreserveHours: ping } = kept;
  return load === undefined || ping === undefined ? (load ?? ping) : Math.max(load, ping);
}

/** The spans worth offering: those not longer than what is kept, and the shortest in any case. */
export function offeredHours(kept: Kept): readonly number[] {
  const most = keptHours(kept) ?? Infinity;
  return usualHours.filter((hours, index) => index === 0 || hours <= most);
}
