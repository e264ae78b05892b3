import { FleetServer } from "../builders/fleetServer";
import { type FakeClock } from "../builders/fakeClock";
import { type CallOptions } from "../../src/rpc/client";
import { RpcLocalError, RpcRemoteError } from "../../src/rpc/errors";
import { isRecord } from "../../src/util/json";
import { evenPings } from "../simulator/fleet/evenPings";
import { casts } from "../simulator/fleet/casts";
import { SimFleet } from "../simulator/fleet/simFleet";
import { PingOverviews } from "../simulator/history/pingOverviews";
import { Journal } from "../simulator/journal";
import { defaultKnobs } from "../simulator/knobs";
import { LoginThrottle } from "../simulator/loginThrottle";
import { ExecTasks } from "../simulator/methods/execTasks";
import { v143 } from "../simulator/profiles/v143";
import { QueryPlaces } from "../simulator/queryPlaces";
import { answerMessage } from "../simulator/rpc";
import { Sessions } from "../simulator/sessions";
import { type World } from "../simulator/world";

export const statusMethod = "common:getNodesLatestStatus";

const seed = 1;

/** What one kind of requests has cost so far. */
export class Traffic {
  requests = 0;
  /** Of requests and responses. */
  bytes = 0;

  add(bytes: number): void {
    this.requests += 1;
    this.bytes += bytes;
  }
}

/**
 * The simulator behind a session's client, without a network: the time that statuses take passes on the
 * clock of the bench.
 */
export class CostlyServer extends FleetServer {
  readonly sight = new Traffic();
  readonly rest = new Traffic();
  maxInFlight = 0;
  #inFlight = 0;
  readonly #world: World;

  /** @param inSight the nodes that count as seen. */
  constructor(
    options: WorldOptions,
    clock: FakeClock,
    private readonly inSight: ReadonlySet<string>,
  ) {
    super();
    this.#world = createWorld(options, clock);
  }

  override call(method: string, params?: unknown, options?: CallOptions): Promise<unknown> {
    const answered = method === statusMethod ? this.#statuses(params) : this.#ask(method, params);
    return new Promise((resolve, reject) => {
      const abort = () => reject(new RpcLocalError("aborted", "aborted by the caller"));
      options?.signal?.addEventListener("abort", abort, { once: true });
      void answered
        .then(resolve, reject)
        .finally(() => options?.signal?.removeEventListener("abort", abort));
    });
  }

  /** The bytes of a request for all statuses and of its response. */
  async bytesOfAll(): Promise<number> {
    const knobs = { ...this.#world.knobs, statusCost: 0 };
    const world = { ...this.#world, knobs, pingOverviews: new PingOverviews() };
    const { request, response } = await exchange(statusMethod, undefined, world);
    return Buffer.byteLength(request) + Buffer.byteLength(response);
  }

  /** Milliseconds that the server needs for all statuses when it has none at hand. */
  get coldMs(): number {
    const world = { ...this.#world, pingOverviews: new PingOverviews() };
    return world.pingOverviews.workOut(world.fleet.nodes, world);
  }

  async #statuses(params: unknown): Promise<unknown> {
    this.#inFlight += 1;
    this.maxInFlight = Math.max(this.maxInFlight, this.#inFlight);
    try {
      return await this.#ask(statusMethod, params);
    } finally {
      this.#inFlight -= 1;
    }
  }

  async #ask(method: string, params: unknown): Promise<unknown> {
    const { request, response } = await exchange(method, params, this.#world);
    if (method === statusMethod) {
      const traffic = this.#isOfSight(params) ? this.sight : this.rest;
      traffic.add(Buffer.byteLength(request) + Buffer.byteLength(response));
    }
    return resultIn(JSON.parse(response));
  }

  #isOfSight(params: unknown): boolean {
    const uuids = isRecord(params) && Array.isArray(params.uuids) ? params.uuids : [];
    return uuids.length > 0 && uuids.every((uuid) => this.inSight.has(String(uuid)));
  }
}

async function exchange(method: string, params: unknown, world: World) {
  const request = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params });
  const pieces = await answerMessage(request, {
    world,
    caller: { role: "guest" },
    request: guestRequest,
  });
  const response = typeof pieces === "string" ? pieces : Array.from(pieces).join("");
  return { request, response };
}

function resultIn(response: unknown): unknown {
  if (!isRecord(response)) throw new Error("The simulator does not respond to that.");
  const { error, result } = response;
  if (!isRecord(error)) return result;
  throw new RpcRemoteError(Number(error.code), String(error.message), error.data);
}

const guestRequest = {
  verb: "GET",
  path: "/api/rpc2",
  query: new URLSearchParams(),
  headers: {},
  host: "simulator",
  origin: undefined,
  cookies: new Map<string, string>(),
};

interface WorldOptions {
  readonly nodes: number;
  readonly pingTasks: number;
  readonly statusCost: number;
}

function createWorld({ nodes, pingTasks, statusCost }: WorldOptions, clock: FakeClock): World {
  const cast = { ...casts.odd, pingTasks: evenPings(pingTasks) };
  const { reportMs } = v143.status;
  return {
    profile: v143,
    knobs: { ...defaultKnobs, ...v143.knobs, statusCost },
    clock,
    fleet: new SimFleet({ nodes, seed, cast, born: clock.now(), reportMs }),
    pingOverviews: new PingOverviews(),
    sessions: new Sessions(seed),
    logins: new LoginThrottle(),
    queryPlaces: new QueryPlaces(),
    execTasks: new ExecTasks(seed),
    journal: new Journal(),
    userUuid: "00000000-0000-4000-8000-000000000000",
  };
}
