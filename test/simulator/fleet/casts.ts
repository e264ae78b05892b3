import { type FleetCast } from "./fleetCast";
import { niceFleet } from "./niceFleet";
import { oddFleet } from "./oddFleet";

/** `odd`: all that a server may say and a client may stumble over. `nice`: what one would like to own. */
export const casts = { odd: oddFleet, nice: niceFleet } as const satisfies Readonly<
  Record<string, FleetCast>
>;

export type CastName = keyof typeof casts;

export function isCastName(name: string): name is CastName {
  return name in casts;
}
