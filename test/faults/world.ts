import assert from "node:assert/strict";
import { format as formatText } from "node:util";
import { callError } from "../../src/features/call/callError";
import { nodesMessage } from "../../src/features/nodes/nodesMessage";
import { problemText } from "../../src/features/text/problemText";
import { Fleet } from "../../src/fleet/fleet";
import { type Attention } from "../../src/fleet/polling/pollPolicy";
import { type ServerFleet } from "../../src/fleet/serverFleet";
import { type Credential } from "../../src/komari/credential";
import { inspectServer } from "../../src/komari/inspectServer";
import { createMethodSpec } from "../../src/komari/methods/createMethodSpec";
import { problemOf } from "../../src/komari/problem";
import { type RawResponse } from "../../src/komari/rawCalls";
import { Session, type SessionOptions } from "../../src/komari/session";
import { RpcClient } from "../../src/rpc/client";
import { createFormat } from "../../src/shared/format";
import { type Logger } from "../../src/util/logger";
import { pollIntervals } from "../builders/serverFleet";
import { type ProfileName } from "../simulator/profiles/profiles";
import { credentials, type Knobs, type Simulator, startSimulator } from "../simulator/simulator";
import { FastTime } from "./fastTime";
import { type Arrival, FaultProxy, type ProxyOptions } from "./proxy/faultProxy";

export interface WorldOptions {
  readonly profile: ProfileName;
  readonly nodes?: number;
  readonly knobs?: Partial<Knobs>;
  readonly credential?: Credential;
  /** Of the proxy. */
  readonly host?: string;
  readonly certificate?: ProxyOptions["tls"];
  /** Of the client. */
  readonly tls?: SessionOptions["tls"];
  /** In place of the address of the proxy. */
  readonly url?: (proxy: FaultProxy) => string;
  readonly attention?: Attention;
  readonly maxResponseBytes?: number;
}

/** What was to be seen at one moment. */
export interface Sample {
  readonly at: number;
  /** Statuses are shown that are at most 10 s old. */
  readonly isLive: boolean;
  readonly state: string;
  /** The message about the server, if there is one. */
  readonly text: string | undefined;
}

/** What was seen and sent for a while. */
export interface Stretch {
  readonly samples: readonly Sample[];
  readonly liveShare: number;
  /** Each once, in order. */
  readonly texts: readonly string[];
  readonly arrivals: readonly Arrival[];
}

const sampleMs = 1000;
/** Statuses are polled every 2 s. */
const liveMs = 10_000;
/** What a message ends with, whatever it is about. */
const lastKnown = / \(last known [^)]*\)$/;
export const apiKey: Credential = { kind: "apiKey", apiKey: credentials.apiKey };

/** A client as the extension runs it, a proxy that has faults, and a simulated server behind it. */
export class World {
  readonly log: string[] = [];
  readonly sessions: Session[] = [];
  #began: number;

  private constructor(
    readonly time: FastTime,
    public simulator: Simulator,
    readonly proxy: FaultProxy,
    readonly fleet: Fleet,
    readonly options: WorldOptions,
    readonly url: string,
  ) {
    this.#began = time.server.now();
  }

  static async create(options: WorldOptions): Promise<World> {
    const { profile, nodes = 5, knobs = {}, attention = "visible" } = options;
    // The client loads it when it is needed: no time is to pass meanwhile.
    await import("ws");
    const time = new FastTime();
    const simulator = await startSimulator({ profile, nodes, knobs, clock: time.server });
    const upstreamPort = () => world.simulator.port;
    const { host, certificate } = options;
    const proxy = new FaultProxy({ upstreamPort, time, host, tls: certificate });
    await proxy.listen();
    const url = options.url?.(proxy) ?? proxy.url;
    const logger = recorder((line) => world.log.push(line));
    const fleet = new Fleet(
      (spec) => {
        const { credential, maxResponseBytes, tls, id: baseUrl } = spec;
        const clock = time.client;
        const own = { baseUrl, tls, credential, maxResponseBytes };
        const session = new Session({ ...own, clock, random: () => 0.5, logger });
        world.sessions.push(session);
        return session;
      },
      { attention, intervals: pollIntervals },
      time.client,
      logger,
    );
    const world: World = new World(time, simulator, proxy, fleet, options, url);
    return world;
  }

  get server(): ServerFleet {
    const [server] = this.fleet.servers;
    assert.ok(server, "the client was not started");
    return server;
  }

  /** Milliseconds since the beginning, by the server's clock. */
  get now(): number {
    return this.time.server.now() - this.#began;
  }

  start(): void {
    const { credential = apiKey, tls = {}, maxResponseBytes = 2 ** 24 } = this.options;
    this.fleet.setServers([{ id: this.url, name: "Home", tls, credential, maxResponseBytes }]);
  }

  /** Starts the client and waits until nodes are shown. */
  async becomeLive(): Promise<void> {
    this.start();
    const [server] = this.fleet.servers;
    await this.until(() => this.#sample().isLive, 60_000, "live at the start");
    assert.equal(server?.session.state.kind, "ready");
    // As long as it takes a connection to count as a good one.
    await this.pass(35_000);
  }

  async pass(ms: number): Promise<void> {
    await this.time.pass(ms);
  }

  /** @returns how many milliseconds it took. */
  async until(isTrue: () => boolean, withinMs: number, what: string): Promise<number> {
    const from = this.now;
    await this.time.settle();
    while (!isTrue()) {
      const waitedMs = this.now - from;
      assert.ok(waitedMs < withinMs, `${what}: not within ${withinMs} ms; ${this.describe()}`);
      await this.pass(Math.min(250, withinMs - waitedMs));
    }
    return this.now - from;
  }

  /** Lets time pass and watches what is to be seen. */
  async watch(ms: number): Promise<Stretch> {
    const first = this.proxy.arrivals.length;
    const samples: Sample[] = [];
    for (let leftMs = ms; leftMs > 0; leftMs -= sampleMs) {
      await this.pass(Math.min(sampleMs, leftMs));
      samples.push(this.#sample());
    }
    const live = samples.filter(({ isLive }) => isLive).length;
    return {
      samples,
      liveShare: live / samples.length,
      texts: [...new Set(samples.flatMap(({ text }) => text ?? []))],
      arrivals: this.proxy.arrivals.slice(first),
    };
  }

  /** A status that was made from now on is shown. @returns how many milliseconds that took. */
  async untilLive(withinMs: number): Promise<number> {
    const since = this.time.client.now();
    const isRenewed = (): boolean => {
      const { isFresh, lastKnownAge } = this.server;
      const age = this.time.client.now() - since;
      return isFresh && lastKnownAge !== undefined && lastKnownAge <= age && this.#sample().isLive;
    };
    return await this.until(isRenewed, withinMs, "live again");
  }

  /** As from the panel of a call, to the end; `error` is what its user reads. */
  async call(
    method: string,
    { params, timeoutMs = 30_000 }: { readonly params?: string; readonly timeoutMs?: number } = {},
  ): Promise<{
    readonly response?: RawResponse;
    readonly error?: string;
    readonly tookMs: number;
  }> {
    const began = this.now;
    const spec = createMethodSpec(method, undefined);
    const { session } = this.server;
    let outcome: { response?: RawResponse; error?: string } | undefined;
    void session.calls.call(method, params, { timeoutMs, readOnly: spec.risk === "read" }).then(
      (response) => (outcome = { response }),
      (error: unknown) => {
        const problem = problemOf(error, session.credential);
        outcome = { error: callError(problem, { server: "Home", spec, role: "admin" }).text };
      },
    );
    await this.until(() => outcome !== undefined, timeoutMs + 20_000, `${method} has an outcome`);
    return { ...outcome, tookMs: this.now - began };
  }

  /** As Add Server does: undefined if all is well, else what its user reads. */
  async addServer(): Promise<string | undefined> {
    const { credential = apiKey, tls = {}, maxResponseBytes = 2 ** 24 } = this.options;
    let outcome: { text: string | undefined } | undefined;
    const endpoint = { baseUrl: this.url, headers: () => ({}), tls, maxResponseBytes };
    const { client: clock } = this.time;
    void inspectServer(
      endpoint,
      credential,
      undefined,
      (place) => new RpcClient(place, { clock, random: () => 0.5 }),
    ).then(
      () => (outcome = { text: undefined }),
      (error: unknown) => {
        outcome = { text: problemText(problemOf(error, credential), "Home").message };
      },
    );
    await this.until(() => outcome !== undefined, 60_000, "Add Server has an outcome");
    return outcome?.text;
  }

  /** Another server takes the place of this one. */
  async replaceServer(profile: ProfileName, knobs: Partial<Knobs> = {}): Promise<void> {
    const { nodes = 5 } = this.options;
    const before = this.simulator;
    this.simulator = await startSimulator({ profile, nodes, knobs, clock: this.time.server });
    this.proxy.cutConnections();
    await before.stop();
  }

  /** How often the server was called so. */
  count(method: string): number {
    return this.simulator.journal.count(method);
  }

  describe(): string {
    const [server] = this.fleet.servers;
    const { state, text } = this.#sample();
    const last = this.log.slice(-5).join("\n  ");
    return `${state}, last known ${server?.lastKnownAge} ms ago, "${text}"\n  ${last}`;
  }

  async close(): Promise<void> {
    this.fleet.dispose();
    await this.proxy.close();
    await this.simulator.stop();
    await this.time.settle();
  }

  #sample(): Sample {
    const [server] = this.fleet.servers;
    if (server === undefined)
      return { at: this.now, isLive: false, state: "none", text: undefined };
    const { state } = server.session;
    const { lastKnownAge = Infinity } = server;
    return {
      at: this.now,
      isLive: server.isFresh && lastKnownAge <= liveMs && server.counts().online > 0,
      state: state.kind === "ready" ? `ready over ${state.transport}` : state.kind,
      text: nodesMessage(server, createFormat("en"))?.sentence.replace(lastKnown, ""),
    };
  }
}

function recorder(write: (line: string) => void): Logger {
  const add =
    (level: string) =>
    (...words: unknown[]): void =>
      write(
        formatText(level, ...words.map((word) => (word instanceof Error ? word.message : word))),
      );
  return {
    trace: () => undefined,
    debug: add("debug"),
    info: add("info"),
    warn: add("warn"),
    error: add("error"),
  };
}
