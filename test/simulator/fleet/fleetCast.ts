import { type PingTask } from "./pingTasks";
import { type SimNode } from "./simNode";

/** Who is in a fleet. */
export interface FleetCast {
  /** By which tests find the first nodes, in their order. */
  readonly keys: readonly string[];
  /** The node at a place: the same for the same seed. `born` is what its dates are arranged around. */
  readonly generate: (seed: number, index: number, born: number) => SimNode;
  readonly pingTasks: readonly PingTask[];
}
