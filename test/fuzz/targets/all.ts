import { type Target } from "../target";
import { decoderTargets } from "./decoders";
import { formTargets } from "./forms";
import { jsonTargets } from "./json";
import { nameTargets } from "./names";
import { nodeTargets } from "./nodes";
import { pageTargets } from "./pages";
import { rpcTargets } from "./rpc";
import { secretTargets } from "./secrets";
import { settingTargets } from "./settings";

/** Everything that reads what others have written. */
export const allTargets: readonly Target[] = [
  ...[...rpcTargets, ...jsonTargets, ...decoderTargets, ...nodeTargets],
  ...[...formTargets, ...nameTargets, ...settingTargets, ...secretTargets, ...pageTargets],
];
