import { type BatchCaller, type ConnectionState, RpcClient } from "../rpc/client";
import { type Endpoint } from "../rpc/endpoint";
import { type RpcError } from "../rpc/errors";
import { toRpcError } from "../rpc/failure";
import { type Clock, systemClock } from "../util/clock";
import { type Disposable, DisposableStore } from "../util/disposable";
import { Emitter } from "../util/emitter";
import { type Logger, silentLogger } from "../util/logger";
import { KomariApi } from "./api";
import { retryWhenBusy } from "./busyRetry";
import { type Credential, credentialHeaders } from "./credential";
import { diagnose } from "./diagnose";
import { Diagnosis } from "./diagnosis";
import { limitHistoryCalls } from "./historyLimit";
import { type Identity, identify } from "./identify";
import { LatestTask } from "./latestTask";
import { isRefusal, problemOf, refusalOf } from "./problem";
import { RawCalls } from "./rawCalls";
import { ServerClock } from "./serverClock";
import { type CreateClient, type SessionClient, type SessionOptions } from "./sessionClient";
import { describeState, needsNewSocket, type SessionState, warningFor } from "./sessionState";
import { withRefusalListener } from "./withRefusalListener";

export { type SessionOptions } from "./sessionClient";
export { type SessionState } from "./sessionState";

/** How often a guest looks whether a private site has become public. */
const publicEveryMs = 5 * 60_000;

/**
 * One server, alive: its connection, the credential, and what both have come to. What the server
 * says of itself is asked, and our role proven, after every (re)connect; only then is it ready.
 */
export class Session implements Disposable {
  readonly #store = new DisposableStore();
  readonly #changes = this.#store.add(new Emitter<SessionState>());
  readonly #endpoint: Endpoint;
  readonly #client: SessionClient;
  /** The client with retries and limits for busy servers. */
  readonly #caller: BatchCaller;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #diagnosis: Diagnosis;
  #credential: Credential;
  #state: SessionState = { kind: "idle" };
  /** While a guest waits for a private site to become public. */
  #publicTimer: Disposable | undefined;
  /** It ends when the connection changes. */
  readonly #inquiry = new LatestTask();
  /** What the server last said of itself. */
  #identity: Identity | undefined;

  readonly onDidChangeState = this.#changes.event;
  /** Learned from every response. */
  readonly serverClock = new ServerClock();
  readonly api: KomariApi;
  /** Any method at all. */
  readonly calls: RawCalls;

  constructor(options: SessionOptions) {
    const { baseUrl, tls, maxResponseBytes, userAgent } = options;
    const { clock = systemClock, random = Math.random, logger = silentLogger } = options;
    this.#credential = options.credential;
    this.#clock = clock;
    this.#logger = logger;
    this.#diagnosis = new Diagnosis(options.diagnose ?? diagnose);
    const headers = () => credentialHeaders(this.#credential);
    this.#endpoint = { baseUrl, headers, tls, maxResponseBytes, userAgent };
    const createClient: CreateClient =
      options.createClient ??
      ((endpoint, onDate) => new RpcClient(endpoint, { clock, random, logger, onDate }));
    this.#client = this.#store.add(
      createClient(this.#endpoint, (response) => this.serverClock.learnDate(response)),
    );
    this.#store.add(this.#client.onDidChangeState((state) => this.#follow(state)));
    // Meanwhile it may have been restarted or updated, or have ended our session.
    this.#store.add(this.#client.onDidReopen(() => void this.verifyRole()));
    const retrying = retryWhenBusy(this.#client, { clock, random });
    this.#caller = limitHistoryCalls(retrying);
    // What is open to everybody was refused: the site may have turned private, or the login ended.
    const watched = withRefusalListener(this.#caller, () => void this.verifyRole());
    this.api = new KomariApi(watched, () => this.#context(), clock, this.serverClock);
    // A call of the user waits in no queue.
    this.calls = new RawCalls(retrying, clock);
  }

  get state(): SessionState {
    return this.#state;
  }

  get credential(): Credential {
    return this.#credential;
  }

  /** How it is looked after: see `RpcClient`. */
  get connection(): Pick<SessionClient, "compareWays" | "setWatched"> {
    return this.#client;
  }

  start(): void {
    if (this.#state.kind === "idle") this.#client.connect();
  }

  /** To idle: nothing is sent any more until `start`. */
  stop(): void {
    this.#client.disconnect();
  }

  /** At once, also where trying again by itself would have been no use. */
  reconnect(): void {
    this.#inquiry.cancel();
    this.#diagnosis.forget();
    const wasIdle = this.#state.kind === "idle";
    this.#set({ kind: "connecting" });
    if (wasIdle) this.#client.connect();
    else this.#client.reconnect();
  }

  /** The user is back: what waits to be tried again is tried now. */
  wake(): void {
    this.#diagnosis.forget();
    if (this.#publicTimer === undefined) this.#client.wake();
    else this.#client.reconnect();
  }

  /** Comes back with the new credential; an idle session uses it when it is started. */
  setCredential(credential: Credential): void {
    this.#credential = credential;
    if (this.#state.kind !== "idle") this.reconnect();
  }

  /**
   * Proves the role again, for when what only administrators see has vanished; the warning moves
   * accordingly. Never rejects.
   */
  async verifyRole(): Promise<void> {
    if (this.#state.kind !== "ready") return;
    if (this.#inquiry.done === undefined) this.#identify(this.#state.transport);
    await this.#inquiry.done;
  }

  dispose(): void {
    this.#inquiry.cancel();
    this.#endPublicTimer();
    this.#store.dispose();
  }

  #follow(connection: ConnectionState): void {
    this.#inquiry.cancel();
    this.#endPublicTimer();
    switch (connection.kind) {
      case "idle":
        this.#set({ kind: "idle" });
        break;
      case "connecting":
        if (this.#state.kind !== "failed") this.#set({ kind: "connecting" });
        break;
      case "open":
        this.#identify(connection.transport);
        break;
      case "waiting":
        this.#fail(connection.error, connection.retryAt);
        break;
      case "stopped":
        this.#fail(connection.error, undefined);
        break;
    }
  }

  #identify(transport: "webSocket" | "http"): void {
    this.#inquiry.start(async (signal) => {
      try {
        const identity = await identify(this.#caller, {
          signal,
          clock: this.#clock,
          known: this.#identity,
          onLate: (facts) => this.#learn(facts),
          onRefused: (error) => this.#client.drop(error),
        });
        if (signal.aborted) return;
        if (needsNewSocket(this.#state, identity, transport)) this.reconnect();
        else this.#setReady(identity, transport);
      } catch (error) {
        if (signal.aborted) return;
        this.#notIdentified(toRpcError(error));
      }
    });
  }

  #setReady(identity: Identity, transport: "webSocket" | "http"): void {
    this.#identity = identity;
    this.#set({
      kind: "ready",
      identity,
      transport,
      warning: warningFor(identity, this.#credential),
    });
  }

  #learn(facts: Omit<Identity, "role">): void {
    if (this.#state.kind !== "ready") return;
    const { identity, transport } = this.#state;
    this.#setReady({ ...facts, role: identity.role }, transport);
  }

  /** A session that works is not given up for one failed look, unless it is refused. */
  #notIdentified(error: RpcError): void {
    if (this.#state.kind === "ready" && !isRefusal(error)) {
      this.#logger.warn(`${this.#endpoint.baseUrl}: the role could not be verified`, error);
    } else {
      this.#client.drop(error);
    }
  }

  #fail(error: RpcError, retryAt: number | undefined): void {
    const plain = problemOf(error, this.#credential);
    const known = this.#diagnosis.known(plain);
    const problem = known ?? plain;
    this.#set({ kind: "failed", problem, retryAt });
    const isGuest = this.#credential.kind === "guest";
    if (isGuest && problem.code === refusalOf(this.#credential) && retryAt === undefined) {
      this.#publicTimer = this.#clock.setTimeout(() => this.#client.reconnect(), publicEveryMs);
    }
    if (known !== undefined) return;
    this.#inquiry.start(async (signal) => {
      const found = await this.#diagnosis.find(this.#endpoint, this.#credential, error, signal);
      if (!signal.aborted && found.code !== problem.code) {
        this.#set({ kind: "failed", problem: found, retryAt });
      }
    });
  }

  #context() {
    const methods = this.#state.kind === "ready" ? this.#state.identity.methods : undefined;
    return { credential: this.#credential, methods };
  }

  #endPublicTimer(): void {
    this.#publicTimer?.dispose();
    this.#publicTimer = undefined;
  }

  #set(state: SessionState): void {
    const calm = state.kind === "idle" || state.kind === "connecting";
    if (calm && state.kind === this.#state.kind) return;
    this.#state = state;
    this.#logger.info(`${this.#endpoint.baseUrl}: ${describeState(state)}`);
    this.#changes.fire(state);
  }
}
