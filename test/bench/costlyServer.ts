import { FleetServer } from "../builders/fleetServer";
import { type FakeClock } from "../builders/fakeClock";
import { type BatchOutcome, type Call, type CallOptions } from "../../src/rpc/client";
import { RpcLocalError, RpcRemoteError } from "../../src/rpc/errors";
import { toRpcError } from "../../src/rpc/failure";
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

/** Where the readings of nodes come from. */
const statusMethods = ["common:getNodesLatestStatus", "common:getNodeRecentStatus"];

const seed = 1;

/**
 * The simulator behind a session's client, without a network: the time that statuses take passes on the
 * clock of the bench.
 */
export class CostlyServer extends FleetServer {
  /** Bytes of statuses so far, requests and responses: of those for nodes on screen alone, and the others. */
  readonly bytes = { visible: 0, rest: 0 };
  maxInFlight = 0;
  #inFlight = 0;
  readonly #world: World;

  /** @param visibleNodes the nodes that count as seen. */
  constructor(
    options: WorldOptions,
    clock: FakeClock,
    private readonly visibleNodes: ReadonlySet<string>,
  ) {
    super();
    this.#world = createWorld(options, clock);
  }

  override call(method: string, params?: unknown, options?: CallOptions): Promise<unknown> {
    const answer = () => this.#ask(method, params);
    return abortable(statusMethods.includes(method) ? this.#fly(answer) : answer(), options);
  }

  override batch(calls: readonly Call[], options?: CallOptions): Promise<readonly BatchOutcome[]> {
    const answers = () =>
      Promise.all(
        calls.map(({ method, params }) =>
          this.#ask(method, params).then(
            (result) => ({ ok: true, result }) as const,
            (error: unknown) => ({ ok: false, error: toRpcError(error) }) as const,
          ),
        ),
      );
    const hasStatuses = calls.some(({ method }) => statusMethods.includes(method));
    return abortable(hasStatuses ? this.#fly(answers) : answers(), options);
  }

  /** The bytes of a request for all statuses and of its response. */
  async bytesOfAll(): Promise<number> {
    const knobs = { ...this.#world.knobs, statusCost: 0 };
    const world = { ...this.#world, knobs, pingOverviews: new PingOverviews() };
    const [method = ""] = statusMethods;
    const { request, response } = await exchange(method, undefined, world);
    return Buffer.byteLength(request) + Buffer.byteLength(response);
  }

  /** Milliseconds that the server needs for all statuses when it has none at hand. */
  get coldMs(): number {
    const world = { ...this.#world, pingOverviews: new PingOverviews() };
    return world.pingOverviews.compute(world.fleet.nodes, world);
  }

  async #fly<T>(request: () => Promise<T>): Promise<T> {
    this.#inFlight += 1;
    this.maxInFlight = Math.max(this.maxInFlight, this.#inFlight);
    try {
      return await request();
    } finally {
      this.#inFlight -= 1;
    }
  }

  async #ask(method: string, params: unknown): Promise<unknown> {
    const { request, response } = await exchange(method, params, this.#world);
    if (statusMethods.includes(method)) {
      const bytes = Buffer.byteLength(request) + Buffer.byteLength(response);
      this.bytes[this.#isOfVisible(params) ? "visible" : "rest"] += bytes;
    }
    return resultIn(JSON.parse(response));
  }

  #isOfVisible(params: unknown): boolean {
    if (!isRecord(params)) return false;
    const uuids = Array.isArray(params.uuids) ? params.uuids : [params.uuid];
    return uuids.length > 0 && uuids.every((uuid) => this.visibleNodes.has(String(uuid)));
  }
}

function abortable<T>(answered: Promise<T>, options: CallOptions | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new RpcLocalError("aborted", "aborted by the caller"));
    options?.signal?.addEventListener("abort", abort, { once: true });
    void answered
      .then(resolve, reject)
      .finally(() => options?.signal?.removeEventListener("abort", abort));
  });
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
