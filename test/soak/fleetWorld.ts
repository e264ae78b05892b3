import { ChartModel } from "../../src/features/charts/model/chartModel";
import { NodeSource } from "../../src/features/charts/model/nodeSource";
import { NodesSource } from "../../src/features/charts/model/nodesSource";
import { subjectOf } from "../../src/features/common/chartSubject";
import { Fleet, type ServerSpec } from "../../src/fleet/fleet";
import { HistoryStore } from "../../src/fleet/history/historyStore";
import { type ServerFleet } from "../../src/fleet/serverFleet";
import { type Credential } from "../../src/komari/credential";
import { maskResult } from "../../src/komari/redact/maskSecrets";
import { Session } from "../../src/komari/session";
import { type CallOptions, RpcClient } from "../../src/rpc/client";
import { type Call, type Params } from "../../src/rpc/message";
import { type Span } from "../../src/shared/chartApi";
import { createFormat } from "../../src/shared/format";
import { silentLogger } from "../../src/util/logger";
import { pollIntervals } from "../builders/serverFleet";
import { credentials } from "../simulator/simulator";
import { type FastClock } from "./fastClock";

export const administrator: Credential = { kind: "apiKey", apiKey: credentials.apiKey };
export const guest: Credential = { kind: "guest" };

/** Requests of all clients so far. */
export interface Requests {
  count: number;
}

class CountingClient extends RpcClient {
  constructor(
    private readonly requests: Requests,
    ...args: ConstructorParameters<typeof RpcClient>
  ) {
    super(...args);
  }

  override call(method: string, params?: Params, options?: CallOptions): Promise<unknown> {
    this.requests.count += 1;
    return super.call(method, params, options);
  }

  override batch(calls: readonly Call[], options?: CallOptions) {
    this.requests.count += calls.length;
    return super.batch(calls, options);
  }
}

/** The extension without its windows: servers, their nodes, charts and calls, over real sockets. */
export class FleetWorld {
  readonly requests: Requests = { count: 0 };
  readonly fleet: Fleet;
  readonly #history = new HistoryStore();
  readonly #charts = new Set<ChartModel>();
  readonly #calls = new Set<AbortController>();
  #queries = 0;

  constructor(private readonly clock: FastClock) {
    const { requests } = this;
    const createSession = ({ id, tls, credential, maxResponseBytes }: ServerSpec) =>
      new Session({
        baseUrl: id,
        tls,
        credential,
        maxResponseBytes,
        clock,
        createClient: (endpoint) => new CountingClient(requests, endpoint, { clock }),
      });
    const plan = { attention: "visible", intervals: pollIntervals } as const;
    this.fleet = new Fleet(createSession, plan, clock, silentLogger);
  }

  setServers(servers: ReadonlyMap<string, Credential>): void {
    const specs = [...servers].map(([id, credential]) => ({
      id,
      name: id,
      tls: {},
      credential,
      maxResponseBytes: 64 * 1024 * 1024,
    }));
    this.fleet.setServers(specs);
    this.#history.keepOnly(specs);
  }

  look(attention: "visible" | "background" | "paused"): void {
    this.fleet.configure({ attention, intervals: pollIntervals });
  }

  openChart(server: ServerFleet, uuids: readonly string[], span: Span): void {
    const subject = subjectOf(
      "Group",
      uuids.map((uuid) => ({ serverId: server.id, uuid })),
    );
    if (subject === undefined) return;
    const { fleet, clock } = this;
    const none = () => undefined;
    const model = new ChartModel({
      subject,
      fleet,
      clock,
      random: Math.random,
      format: createFormat("en"),
      logger: silentLogger,
      source:
        subject.kind === "node"
          ? new NodeSource(subject.uuid, this.#history)
          : new NodesSource(subject, this.#history, (id) => fleet.get(id)),
      sink: { data: none, append: none, progress: none, notice: none },
    });
    this.#charts.add(model);
    model.setActive(true);
    const id = ++this.#queries;
    model.show(subject.kind === "node" ? { id, span } : { id, span, metrics: ["cpu"] });
  }

  closeChart(): void {
    const [oldest] = this.#charts;
    if (oldest === undefined) return;
    oldest.dispose();
    this.#charts.delete(oldest);
  }

  /** As from the form: the response is masked, whatever it is. */
  async call(server: ServerFleet, method: string, params?: string): Promise<Buffer | undefined> {
    const controller = new AbortController();
    this.#calls.add(controller);
    try {
      const { result } = await server.session.calls.call(method, params, {
        timeoutMs: 30_000,
        signal: controller.signal,
        readOnly: true,
      });
      await maskResult(method, result);
      return result;
    } catch {
      // Refused, cut or given up: all of it is meant.
      return undefined;
    } finally {
      this.#calls.delete(controller);
    }
  }

  cancelCalls(): void {
    for (const controller of this.#calls) controller.abort();
  }

  /** Nothing but polling goes on. */
  rest(): void {
    this.cancelCalls();
    while (this.#charts.size > 0) this.closeChart();
    for (const source of ["rows", "charts"] as const) this.fleet.setVisibleNodes(source, new Map());
    this.look("visible");
  }

  /** Every server is there, with all of its nodes and their statuses. */
  get isWell(): boolean {
    return this.fleet.servers.every(
      (server) => server.session.state.kind === "ready" && server.nodesLoaded && server.isFresh,
    );
  }

  dispose(): void {
    this.rest();
    this.fleet.dispose();
  }
}
