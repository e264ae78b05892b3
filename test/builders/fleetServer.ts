import { setMaxListeners } from "node:events";
import { type Credential } from "../../src/komari/credential";
import { isArray, type WireRecord } from "../../src/komari/decode/primitives";
import { Session } from "../../src/komari/session";
import { type SessionClient } from "../../src/komari/sessionClient";
import {
  type BatchOutcome,
  type Call,
  type CallOptions,
  type CompareOptions,
  type ConnectionState,
  type RpcCaller,
} from "../../src/rpc/client";
import { type RpcError, RpcLocalError, RpcRemoteError } from "../../src/rpc/errors";
import { toRpcError } from "../../src/rpc/failure";
import { RawJson } from "../../src/json/rawJson";
import { type DatedResponse, type OnDate } from "../../src/rpc/responseDate";
import { type Clock } from "../../src/util/clock";
import { Emitter } from "../../src/util/emitter";
import { isRecord, parseJson } from "../../src/util/json";

/**
 * A Komari server behind the session's client: it answers from `nodes` and `statuses`, keeps what
 * was asked, and holds back the answers to the methods in `holding`. The Session on top of it is
 * the real one.
 */
export class FleetServer implements SessionClient {
  readonly #changes = new Emitter<ConnectionState>();
  readonly #held: (() => void)[] = [];
  readonly onDidChangeState = this.#changes.event;
  readonly onDidReopen = new Emitter<void>().event;
  state: ConnectionState = { kind: "idle" };

  nodes: Readonly<Record<string, WireRecord>> = {};
  statuses: Readonly<Record<string, WireRecord>> = {};
  role: "admin" | "guest" = "guest";
  themeSettings: WireRecord = {};
  /** Methods that fail, and with what. */
  readonly failing = new Map<string, RpcError>();
  /** Answers of the test's own, by method; they come before ours. */
  readonly answers = new Map<string, (params: unknown) => unknown>();
  publicInfo: WireRecord = {};
  methods: readonly string[] = ["common:getNodes", "common:getNodesLatestStatus"];
  readonly requested: string[] = [];
  /** What they were asked with, in the same order. */
  readonly askedParams: unknown[] = [];
  readonly holding = new Set<string>();
  /** Takes the `Date` of responses, which have one if `dated` makes it. */
  onDate: OnDate | undefined;
  dated: (() => DatedResponse) | undefined;
  disposed = false;
  wakes = 0;
  compared = 0;
  connects = 0;

  call(method: string, params?: unknown, options?: CallOptions): Promise<unknown> {
    this.requested.push(method);
    this.askedParams.push(params);
    options?.onTransport?.(options.route === "bulk" ? "http" : "webSocket");
    const answered = this.holding.has(method)
      ? new Promise<void>((resolve) => this.#held.push(resolve))
      : Promise.resolve();
    const ended = new AbortController();
    const aborted = new Promise<never>((_, reject) => {
      const abort = () => reject(new RpcLocalError("aborted", "aborted by the caller"));
      options?.signal?.addEventListener("abort", abort, { signal: ended.signal });
    });
    const answer = answered.then(() => {
      const result = this.#answer(
        method,
        params instanceof RawJson ? parseJson(params.text) : params,
      );
      const response = this.dated?.();
      if (response !== undefined) this.onDate?.(response);
      return options?.raw === true ? [Buffer.from(JSON.stringify(result ?? null))] : result;
    });
    return Promise.race([answer, aborted]).finally(() => ended.abort());
  }

  batch(calls: readonly Call[], options?: CallOptions): Promise<readonly BatchOutcome[]> {
    // Every call listens to the one signal.
    if (options?.signal) setMaxListeners(0, options.signal);
    return Promise.all(
      calls.map(({ method, params }) =>
        this.call(method, params, options).then(
          (result) => ({ ok: true, result }) as const,
          (error: unknown) => ({ ok: false, error: toRpcError(error) }) as const,
        ),
      ),
    );
  }

  /** How often a method was asked. */
  count(method: string): number {
    return this.requested.filter((name) => name === method).length;
  }

  release(): void {
    this.holding.clear();
    for (const answer of this.#held.splice(0)) answer();
  }

  become(state: ConnectionState): void {
    this.state = state;
    this.#changes.fire(state);
  }

  lose(): void {
    const error = new RpcLocalError("connectionLost", "the socket closed");
    this.become({ kind: "waiting", error, retryAt: 0 });
  }

  connect(): void {
    this.connects += 1;
    this.become({ kind: "open", transport: "webSocket" });
  }

  reconnect(): void {
    this.connect();
  }

  wake(): void {
    this.wakes += 1;
  }

  setWatched(): void {
    // Nothing is tried again here.
  }

  async compareWays(
    isDead: (fresh: RpcCaller) => Promise<boolean>,
    { onDead }: CompareOptions,
  ): Promise<"alive" | "dead" | "closed"> {
    this.compared += 1;
    if (
      !(await isDead({ call: (...args) => FleetServer.prototype.call.apply(this, args) }).catch(
        () => false,
      ))
    )
      return "alive";
    onDead();
    return "dead";
  }

  disconnect(): void {
    this.become({ kind: "idle" });
  }

  drop(error: RpcError): void {
    this.become({ kind: "waiting", error, retryAt: 0 });
  }

  dispose(): void {
    this.disposed = true;
    this.#changes.dispose();
  }

  #statusesOf(params: unknown): unknown {
    const uuids = isRecord(params) && isArray(params.uuids) ? params.uuids : [];
    if (uuids.length === 0) return this.statuses;
    return Object.fromEntries(
      Object.entries(this.statuses).filter(([uuid]) => uuids.includes(uuid)),
    );
  }

  #answer(method: string, params: unknown): unknown {
    const failure = this.failing.get(method);
    if (failure !== undefined) throw failure;
    const own = this.answers.get(method);
    if (own !== undefined) return own(params);
    switch (method) {
      case "common:getNodes":
        return this.nodes;
      case "common:getNodesLatestStatus":
        return this.#statusesOf(params);
      case "rpc.ping":
        return "pong";
      case "common:getVersion":
        return { version: "1.4.3", hash: "unknown" };
      case "common:getPublicInfo":
        return { sitename: "Komari", theme_settings: this.themeSettings, ...this.publicInfo };
      case "rpc.methods":
        return this.methods;
      case "admin:__probe":
        throw this.role === "admin"
          ? new RpcRemoteError(-32601, "method not found", undefined)
          : new RpcRemoteError(-32041, "Permission denied", undefined);
      default:
        throw new RpcRemoteError(-32601, "method not found", undefined);
    }
  }
}

export interface SessionKnobs {
  readonly clock: Clock;
  readonly credential?: Credential;
  readonly baseUrl?: string;
}

/** The real Session of a fake server. */
export function sessionOf(server: FleetServer, { clock, credential, baseUrl }: SessionKnobs) {
  return new Session({
    baseUrl: baseUrl ?? "https://status.example.com",
    tls: {},
    credential: credential ?? { kind: "guest" },
    maxResponseBytes: 1_000_000,
    clock,
    createClient: (_endpoint, onDate) => {
      server.onDate = onDate;
      return server;
    },
  });
}
