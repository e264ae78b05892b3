import { type Clock } from "../../src/util/clock";
import { type SimFleet } from "./fleet/simFleet";
import { type PingOverviews } from "./history/pingOverviews";
import { type Journal } from "./journal";
import { type Knobs } from "./knobs";
import { type LoginThrottle } from "./loginThrottle";
import { type ExecTasks } from "./methods/execTasks";
import { type Profile } from "./profiles/profile";
import { type QueryPlaces } from "./queryPlaces";
import { type Sessions } from "./sessions";

/** All that responses depend on. */
export interface World {
  readonly profile: Profile;
  readonly knobs: Knobs;
  readonly clock: Clock;
  readonly fleet: SimFleet;
  readonly pingOverviews: PingOverviews;
  readonly sessions: Sessions;
  readonly logins: LoginThrottle;
  readonly queryPlaces: QueryPlaces;
  readonly execTasks: ExecTasks;
  readonly journal: Journal;
  readonly userUuid: string;
}
