import { type BatchCaller, type RpcCaller } from "../rpc/client";
import { RpcLocalError, RpcRemoteError } from "../rpc/errors";
import { type Clock, systemClock } from "../util/clock";
import { pause } from "../util/pause";
import { KomariApi, type ReadOptions } from "./api";
import { decodePublicInfo } from "./decode/publicInfo";
import { decodeVersion } from "./decode/version";
import { type PublicInfo, type Role, type ServerVersion } from "./model/model";
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

/** The role is proven; the rest is what a server says of itself, and may come later. */
type ServerFacts = Omit<Identity, "role">;

/** What has no response by then comes later. */
const patienceMs = 3_000;
/** What timed out is asked again after a pause that doubles. */
const askAgainMs = { min: 30_000, max: 5 * 60_000 } as const;

interface IdentifyOptions extends ReadOptions {
  readonly clock?: Clock;
  /** What was known before, and holds until the server answers. */
  readonly known?: ServerFacts | undefined;
  /** A late response has come. */
  readonly onLate?: (facts: ServerFacts) => void;
  /** A late response is a refusal. */
  readonly onRefused?: (error: RpcLocalError) => void;
}

/**
 * Asks a server who it is and what we are to it: four calls, at the same time. getMe is not among
 * them. Rejects with RpcLocalError "unauthorized" when not even a guest's questions are answered
 * (a site that turned private while the socket was open), else as the calls do. What hangs does not
 * keep a server from being of use: it is asked again until `signal` aborts.
 */
export async function identify(
  caller: BatchCaller,
  { clock = systemClock, known, onLate, onRefused, ...limits }: IdentifyOptions = {},
): Promise<Identity> {
  // `me` is not asked here, so nothing needs to be known of who asks.
  const api = new KomariApi(caller, () => ({ credential: { kind: "guest" }, methods: undefined }));
  const missing: ServerFacts = {
    version: decodeVersion({}),
    publicInfo: decodePublicInfo({}),
    methods: new Set(),
  };
  const failed = new AbortController();
  const signals = limits.signal === undefined ? [] : [limits.signal];
  const signal = AbortSignal.any([failed.signal, ...signals]);
  let facts = known ?? missing;
  let isLate = false;
  const learn = async <Key extends keyof ServerFacts>(
    key: Key,
    ask: () => Promise<ServerFacts[Key]>,
  ): Promise<void> => {
    for (let pauseMs: number = askAgainMs.min; ; pauseMs = Math.min(2 * pauseMs, askAgainMs.max)) {
      try {
        const value = await unlessBroken(ask(), () => missing[key]);
        facts = { ...facts, [key]: value };
        if (isLate && !signal.aborted) onLate?.(facts);
        return;
      } catch (error) {
        if (isPermissionError(error) || !(isLate || isTimeout(error))) throw error;
      }
      await pause(clock, pauseMs, signal);
      if (signal.aborted) return;
    }
  };
  const role = probeRole(caller, limits);
  const learned = Promise.all([
    learn("version", () => api.version(limits)),
    learn("publicInfo", () => api.publicInfo(limits)),
    learn("methods", () => api.methods(false, limits)),
  ]).catch((error: unknown) => {
    throw isPermissionError(error) ? refused(error) : error;
  });
  learned.catch((error: unknown) => {
    if (isLate && !signal.aborted && error instanceof RpcLocalError) onRefused?.(error);
  });
  const answered = new AbortController();
  const patience = pause(clock, patienceMs, answered.signal);
  try {
    const [proven] = await Promise.all([role, Promise.race([learned, patience])]);
    isLate = true;
    return { ...facts, role: proven };
  } catch (error) {
    failed.abort();
    throw isPermissionError(error) ? refused(error) : error;
  } finally {
    answered.abort();
  }
}

/** A call that this server fails at by itself is no reason to do without the whole server. */
async function unlessBroken<T>(response: Promise<T>, fallback: () => T): Promise<T> {
  try {
    return await response;
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
 * anybody else forbidden. Over the bulk route, where rights are checked again for every request:
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

function isTimeout(error: unknown): boolean {
  return error instanceof RpcLocalError && error.code === "timeout";
}
