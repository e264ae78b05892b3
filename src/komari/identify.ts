import { type BatchCaller, type RpcCaller } from "../rpc/client";
import { RpcLocalError, RpcRemoteError } from "../rpc/errors";
import { KomariApi, type ReadOptions } from "./api";
import { decodePublicInfo } from "./decode/publicInfo";
import { decodeVersion } from "./decode/version";
import { type PublicInfo, type Role, type ServerVersion } from "./model";
import { isPermissionError } from "./problem";
import { remoteCodes } from "./remoteProblem";

/** What a server says of itself, and what it has proven to think of us. */
export interface Identity {
  readonly role: Role;
  readonly version: ServerVersion;
  readonly publicInfo: PublicInfo;
  readonly methods: ReadonlySet<string>;
}

/** No server has it: what the server says to it depends on the role alone, in every version. */
const probeMethod = "admin:__probe";

/**
 * Asks a server who it is and what we are to it: four calls, at the same time. getMe is not among
 * them. Rejects with RpcLocalError "unauthorized" when not even a guest's questions are answered
 * (a site that turned private while the socket was open), else as the calls do.
 */
export async function identify(caller: BatchCaller, options?: ReadOptions): Promise<Identity> {
  // `me` is not asked here, so nothing needs to be known of who asks.
  const api = new KomariApi(caller, () => ({ credential: { kind: "guest" }, methods: undefined }));
  const [role, version, publicInfo, methods] = await Promise.all([
    probeRole(caller, options),
    unlessBroken(api.version(options), () => decodeVersion({})),
    unlessBroken(api.publicInfo(options), () => decodePublicInfo({})),
    unlessBroken(api.methods(false, options), () => new Set<string>()),
  ]).catch((error: unknown) => {
    throw isPermissionError(error) ? refused(error) : error;
  });
  return { role, version, publicInfo, methods };
}

/** A call that this server fails at by itself is no reason to do without the whole server. */
async function unlessBroken<T>(answer: Promise<T>, fallback: () => T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const broken = error instanceof RpcRemoteError && !isPermissionError(error);
    if (broken || (error instanceof RpcLocalError && error.code === "serverCrashed")) {
      return fallback();
    }
    throw error;
  }
}

/**
 * The role, proven by calling a method that does not exist: to an administrator it is missing, to
 * anybody else forbidden. Over the bulk route, where rights are checked anew for every request:
 * an open socket keeps those of its beginning.
 */
export async function probeRole(caller: RpcCaller, options?: ReadOptions): Promise<Role> {
  try {
    await caller.call(probeMethod, undefined, { ...options, route: "bulk", readOnly: true });
  } catch (error) {
    if (isPermissionError(error)) return "guest";
    if (error instanceof RpcRemoteError && error.code === remoteCodes.methodNotFound)
      return "admin";
    throw error;
  }
  throw new RpcLocalError("malformed", `${probeMethod} was answered, though it does not exist`);
}

/** What is open to guests is refused: the site is private. */
function refused(cause: RpcRemoteError): RpcLocalError {
  return new RpcLocalError("unauthorized", "refused what is open to guests", { cause });
}
