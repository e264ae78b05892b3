import { atLeastRetryAfter, retryAfterOf, retryDelay } from "./backoff";
import { type LocalErrorCode, type RpcError, RpcLocalError } from "./errors";
import { isFatal } from "./fatalErrors";
import { type Moment, type Phase, type PostFinding, type ReconnectEvent, type Step } from "./phase";
import { after, cancelProbe, dial, probe, release, stay } from "./phaseSteps";

/** A connection that lived this long was a good one: the next failure counts as the first. */
const healthyAfterMs = 30_000;
/** An attempt that was made before the computer slept waits for nothing. */
const freshAttemptMs = 5_000;
/** The pause before a socket is tried again while POST serves in its place: it doubles from try to try. */
export const socketRetryMs = { min: 2_000, max: 5 * 60_000 } as const;

/** The whole of reconnecting, without doing any of it. Events that do not fit the phase change nothing. */
export function reduce(phase: Phase, event: ReconnectEvent, moment: Moment): Step {
  switch (event.kind) {
    case "connect":
      return phase.kind === "idle" ? dial(1, moment) : stay(phase);
    case "reconnect":
      return after(release(phase), dial(1, moment));
    case "wake":
      return onWake(phase, moment);
    case "watched":
      return onWatched(phase, moment);
    case "disconnect":
      return { phase: { kind: "idle" }, effects: release(phase) };
    case "drop":
      return isAlive(phase)
        ? after(release(phase), giveUp(phase, event.error, moment))
        : stay(phase);
    case "timer":
      return onTimer(phase, moment);
    case "dialled":
      return onDialled(phase, moment);
    case "dialFailed":
      return onDialFailed(phase, event.error, moment);
    case "dialSlow":
      return onDialSlow(phase);
    case "probed":
      return onProbed(phase, moment);
    case "probeFailed":
      return onProbeFailed(phase, event.error, moment);
    case "socketLost":
      return onSocketLost(phase, event.error, moment);
    case "socketMute":
      return phase.kind === "open"
        ? after(release(phase), probe(phase.attempt + 1, event.error, moment))
        : stay(phase);
    case "idleSocketLost":
      return onIdleSocketLost(phase, event.error, moment);
    case "httpLost":
      return phase.kind === "openHttp"
        ? after(release(phase), giveUp(phase, event.error, moment))
        : stay(phase);
  }
}

/** These say the same over POST, so it need not be asked. */
const sameOverPost: ReadonlySet<LocalErrorCode> = new Set([
  "unauthorized",
  "certificate",
  "installing",
  "migrating",
]);

type Alive = Exclude<Phase, { kind: "idle" | "waiting" | "stopped" }>;

function isAlive(phase: Phase): phase is Alive {
  return phase.kind !== "idle" && phase.kind !== "waiting" && phase.kind !== "stopped";
}

/** A user who comes back may have mended the network or the address; a refusal stays one. The computer may have slept. */
function onWake(phase: Phase, moment: Moment): Step {
  switch (phase.kind) {
    case "waiting":
      return onWatched(phase, moment);
    case "open":
      return { phase, effects: [{ kind: "check" }] };
    case "dialling":
    case "probing":
      return moment.now - phase.since < freshAttemptMs
        ? stay(phase)
        : after(release(phase), dial(phase.attempt, moment));
    case "idle":
    case "openHttp":
    case "reopening":
    case "stopped":
      return stay(phase);
  }
}

function onWatched(phase: Phase, moment: Moment): Step {
  // With `Retry-After` the server has set the time.
  if (phase.kind !== "waiting" || retryAfterOf(phase.error) !== undefined) return stay(phase);
  return after(release(phase), retry(phase, moment));
}

function onTimer(phase: Phase, moment: Moment): Step {
  if (phase.kind === "waiting") {
    const { postError: error } = phase;
    return retry(phase, moment, error && { kind: "failedBefore", error });
  }
  if (phase.kind !== "openHttp" || phase.dialling) return stay(phase);
  return { phase: { ...phase, dialling: true }, effects: [{ kind: "dial" }] };
}

function onDialled(phase: Phase, { now }: Moment): Step {
  const expected =
    phase.kind === "dialling" ||
    phase.kind === "reopening" ||
    (phase.kind === "openHttp" && phase.dialling)
      ? phase
      : undefined;
  if (expected === undefined) return stay(phase);
  const open = { kind: "open", attempt: expected.attempt, since: now } as const;
  return { phase: open, effects: cancelProbe(phase) };
}

function onDialFailed(phase: Phase, error: RpcError, moment: Moment): Step {
  if (phase.kind === "openHttp" && phase.dialling) return waitForSocket(phase, error, moment);
  if (phase.kind !== "dialling" && phase.kind !== "reopening") return stay(phase);
  if (error instanceof RpcLocalError && sameOverPost.has(error.code)) {
    return after(cancelProbe(phase), giveUp(phase, error, moment));
  }
  const post = phase.kind === "dialling" ? phase.post : undefined;
  if (post?.kind === "failed") return giveUp(phase, post.error ?? error, moment, post.error);
  // Asking again would cost a request each time: every other time is enough.
  if (post?.kind === "failedBefore" && isSameFailure(post.error, error)) {
    return giveUp(phase, error, moment);
  }
  const probing = probe(phase.attempt, error, moment);
  return post?.kind === "asked" ? stay(probing.phase) : probing;
}

/** POST is to serve soon where sockets get no response. */
function onDialSlow(phase: Phase): Step {
  if (phase.kind !== "dialling" || phase.post?.kind === "asked") return stay(phase);
  return { phase: { ...phase, post: { kind: "asked" } }, effects: [{ kind: "probe" }] };
}

function onProbed(phase: Phase, moment: Moment): Step {
  if (phase.kind === "probing") return openHttp(phase, moment);
  if (phase.kind !== "dialling") return stay(phase);
  const { attempt } = phase;
  return stay({ kind: "openHttp", attempt, since: moment.now, dialling: true });
}

function isSameFailure(a: RpcError, b: RpcError): boolean {
  if (!(a instanceof RpcLocalError && b instanceof RpcLocalError)) return false;
  return a.code === b.code && a.response?.status === b.response?.status;
}

function onSocketLost(phase: Phase, error: RpcError, moment: Moment): Step {
  if (phase.kind !== "open") return stay(phase);
  // Where sockets do not live, POST may serve.
  return isHealthy(phase, moment)
    ? giveUp(phase, error, moment)
    : probe(phase.attempt + 1, error, moment);
}

/** No call was affected, so it is not a failure unless it cannot be replaced. */
function onIdleSocketLost(phase: Phase, error: RpcError, moment: Moment): Step {
  if (phase.kind !== "open") return stay(phase);
  // Sockets that do not live long are lost, not idle.
  if (!isHealthy(phase, moment)) return onSocketLost(phase, error, moment);
  return { phase: { kind: "reopening", attempt: 1 }, effects: [{ kind: "dial" }] };
}

function onProbeFailed(phase: Phase, error: RpcError | undefined, moment: Moment): Step {
  if (phase.kind === "dialling") return stay({ ...phase, post: { kind: "failed", error } });
  if (phase.kind !== "probing") return stay(phase);
  // POST was asked first this time and cannot say more: the socket can.
  const reason = error ?? phase.error;
  if (reason === undefined) return dial(phase.attempt, moment);
  return giveUp(phase, reason, moment, phase.error && error);
}

function isHealthy(phase: Alive, { now }: Moment): boolean {
  const isOpen = phase.kind === "open" || phase.kind === "openHttp";
  return isOpen && now - phase.since >= healthyAfterMs;
}

function giveUp(phase: Alive, error: RpcError, moment: Moment, postError?: RpcError): Step {
  const { now, random, isWatched } = moment;
  if (isFatal(error)) return { phase: { kind: "stopped", error }, effects: [] };
  const attempt = isHealthy(phase, moment) ? 1 : phase.attempt;
  const delayMs = retryDelay(attempt, random, error, isWatched);
  const preferHttp = phase.kind === "openHttp";
  return {
    phase: {
      kind: "waiting",
      attempt,
      error,
      retryAt: now + delayMs,
      preferHttp,
      ...(postError !== undefined && { postError }),
    },
    effects: [{ kind: "startTimer", delayMs }],
  };
}

function retry(
  { attempt, preferHttp }: Extract<Phase, { kind: "waiting" }>,
  moment: Moment,
  post?: PostFinding,
): Step {
  return preferHttp ? probe(attempt + 1, undefined, moment) : dial(attempt + 1, moment, post);
}

function openHttp({ attempt, error }: Extract<Phase, { kind: "probing" }>, moment: Moment): Step {
  const since = moment.now;
  return waitForSocket({ kind: "openHttp", attempt, since, dialling: false }, error, moment);
}

/** @param error why the socket is not possible now; undefined: it was not tried. */
function waitForSocket(
  phase: Extract<Phase, { kind: "openHttp" }>,
  error: RpcError | undefined,
  { random }: Moment,
): Step {
  const pauseMs = socketDelay(phase.attempt, random);
  const delayMs = error === undefined ? pauseMs : atLeastRetryAfter(pauseMs, error);
  return {
    phase: { ...phase, dialling: false, attempt: phase.attempt + 1 },
    effects: [{ kind: "startTimer", delayMs }],
  };
}

/** Half of it jitter. */
function socketDelay(attempt: number, random: number): number {
  const ceiling = Math.min(socketRetryMs.max, 2 * socketRetryMs.min * 2 ** (attempt - 1));
  return Math.round((ceiling / 2) * (1 + random));
}
