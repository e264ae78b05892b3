import { type SimNode, second } from "../../fleet/simNode";
import { wait } from "../../faults";
import { RpcError, invalidParams } from "../../rpcError";
import { type World } from "../../world";

/** The errors for an agent that is not connected, is too old, or does not respond. */
export interface AgentWords {
  readonly offline: string;
  /** Undefined where an old agent does not respond at all. */
  readonly unsupported?: string;
}

const silenceMs = 20 * second;

/** The node, if its agent takes requests; otherwise throws the server's error. */
export async function agentOf(
  uuid: string,
  { offline, unsupported }: AgentWords,
  world: World,
): Promise<SimNode> {
  if (uuid === "") throw invalidParams("uuid is required");
  const { fleet, clock, profile } = world;
  const node = fleet.get(uuid);
  if (node === undefined) throw new RpcError(-32044, "client not found");
  if (!fleet.online(node, clock.now(), profile.status.graceMs)) throw new RpcError(-32051, offline);
  if (!isOld(node)) return node;
  if (unsupported !== undefined) throw new RpcError(-32050, unsupported);
  await wait(silenceMs, clock);
  throw new RpcError(-32011, "agent did not respond in time");
}

/** Agents of the first protocol take no requests. */
function isOld({ facts }: SimNode): boolean {
  return facts.version.startsWith("1.1.");
}
