import { type PublicInfo } from "../../komari/model/model";

const usualHours = [1, 4, 12, 24, 72, 168, 720] as const;

export type Retention = Pick<PublicInfo, "recordPreserveHours" | "pingRecordPreserveHours">;

/** How far back there may be records of any kind, in hours; undefined: the server does not say. */
export function retentionHours(retention: Retention): number | undefined {
  const { recordPreserveHours: load, pingRecordPreserveHours: ping } = retention;
  return load === undefined || ping === undefined ? (load ?? ping) : Math.max(load, ping);
}

/** The ranges to choose from: those within the retention time, and always the shortest. */
export function selectableHours(retention: Retention): readonly number[] {
  const max = retentionHours(retention) ?? Infinity;
  return usualHours.filter((hours, index) => index === 0 || hours <= max);
}
