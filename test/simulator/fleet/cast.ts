import { billedCast } from "./castBilled";
import { oddCast } from "./castOdd";
import { ordinaryCast } from "./castOrdinary";
import { restlessCast } from "./castRestless";
import { type NodePatch } from "./simNode";

/**
 * The first nodes of every fleet: all that a server may say and a client may stumble over. Their
 * remark, which administrators see, says who they are: `sim:web-1`, as in the recorded answers.
 */
export function cast(born: number): readonly NodePatch[] {
  const members = {
    ...ordinaryCast(born),
    ...oddCast,
    ...billedCast(born),
    ...restlessCast(born),
  };
  return Object.entries(members).map(([key, { facts, ...rest }]) => ({
    ...rest,
    facts: { ...facts, remark: `sim:${key}` },
  }));
}
