import { type Agent } from "node:http";
import { type Clock } from "../util/clock";
import { type BatchOutcome, batchOutcomes, batchRefusal, isUnread, outcomeOf } from "./batch";
import { type BodyFilter, type FilterFactory } from "./bodyFilter";
import { CallDeadline } from "./callDeadline";
import { type Endpoint, rpcPath } from "./endpoint";
import { type LocalErrorCode, type RpcError } from "./errors";
import {
  type Failure,
  notEncodable,
  type Outcome,
  outcomeToResult,
  toFailure,
  toLocalError,
  toRemoteError,
  unsent,
} from "./failure";
import { classifyResponse } from "./classifyResponse";
import { type HttpResponse } from "./httpExchange";
import { createAgent, sendFollowing } from "./httpRequest";
import { type Call, encodeBatch, encodeRequest, type Params, type Reply } from "./message";
import { RequestedPause } from "./requestedPause";
import { maxSocketRequestBytes } from "./requestSize";
import { datedResponse, type OnDate } from "./responseDate";
import { ResultFilter } from "./resultFilter";
import { type PostTransport, type TransportCallOptions } from "./transport";

const tooLong: Failure = {
  code: "requestTooLarge",
  detail: "the server did not read the request",
  fate: "refused",
};

const takenForUpgrade: Failure = {
  code: "notRpcEndpoint",
  detail: "the server treats POST as a WebSocket upgrade",
  fate: "refused",
};

/** A ping that is answered so is blocked, and so are all calls; of another call it may be its own fault. */
const blocksPost: ReadonlySet<LocalErrorCode> = new Set(["notRpcEndpoint", "forbidden"]);

/** HTTP's "bad request" and "unprocessable content". */
const refusals: ReadonlySet<number> = new Set([400, 422]);

type Received =
  | {
      readonly ok: true;
      readonly replies: readonly Reply[];
      readonly filter?: BodyFilter | undefined;
    }
  | {
      readonly ok: false;
      readonly failure: Failure;
      readonly postImpossible?: true;
      /** The request, and not who sends it or where to. */
      readonly isRefused?: boolean;
    };

/**
 * Calls over POST: each is its own exchange, so they run side by side. While a server has requested
 * a pause (HTTP 429 with `Retry-After`) nothing is sent: calls fail at once as busy.
 */
export class HttpTransport implements PostTransport {
  readonly kind = "http";
  readonly #endpoint: Endpoint;
  readonly #clock: Clock;
  readonly #agent: Agent;
  readonly #running = new Set<CallDeadline>();
  #closed: Failure | undefined;
  #nextId = 1;
  #works: boolean | undefined;
  readonly #pause: RequestedPause;

  constructor(
    endpoint: Endpoint,
    clock: Clock,
    private readonly onDate?: OnDate,
  ) {
    this.#endpoint = endpoint;
    this.#clock = clock;
    this.#pause = new RequestedPause(clock);
    this.#agent = createAgent(endpoint);
  }

  get works(): boolean | undefined {
    return this.#works;
  }

  forget(): void {
    this.#works = undefined;
    this.#pause.end();
  }

  async probe({
    timeoutMs,
    signal,
  }: TransportCallOptions): Promise<"works" | RpcError | undefined> {
    const encode = (): string => encodeRequest(this.#nextId++, { method: "rpc.ping" });
    let received = await this.#exchange(encode, { timeoutMs, signal });
    // It changes nothing, and a connection that was kept may have been closed in the moment of its use.
    if (!received.ok && received.failure.code === "connectionLost") {
      received = await this.#exchange(encode, { timeoutMs, signal });
    }
    if (received.ok) return "works";
    if (blocksPost.has(received.failure.code)) this.#works = false;
    return received.postImpossible === true ? undefined : toLocalError(received.failure);
  }

  async call(
    method: string,
    params: Params | undefined,
    options: TransportCallOptions,
  ): Promise<unknown> {
    return outcomeToResult(await this.#callOnce({ method, params }, options), method);
  }

  async batch(
    calls: readonly Call[],
    options: TransportCallOptions,
  ): Promise<readonly BatchOutcome[]> {
    const { timeoutMs, signal } = options;
    const firstId = this.#nextId;
    this.#nextId += calls.length;
    const encode = (): string => encodeBatch(firstId, calls);
    const worked = this.#works;
    const received = await this.#exchange(encode, { timeoutMs, signal });
    if (!received.ok) {
      if (worked !== true || calls.length === 1 || received.isRefused !== true) {
        throw toLocalError(received.failure);
      }
      // It accepts single calls, so it refuses the batch, in words of its own.
      this.#works = worked;
      throw toLocalError(tooLong);
    }
    const refusal = batchRefusal(firstId, calls.length, received.replies);
    if (refusal !== undefined) throw toRemoteError(refusal);
    return batchOutcomes(firstId, calls.length, received.replies);
  }

  close(failure: Failure): void {
    this.#closed ??= failure;
    for (const deadline of this.#running) deadline.fail(failure);
    this.#agent.destroy();
  }

  async #callOnce(call: Call, options: TransportCallOptions): Promise<Outcome> {
    const id = this.#nextId++;
    let size = 0;
    const encode = (): string => {
      const text = encodeRequest(id, call);
      size = text.length;
      return text;
    };
    const received = await this.#exchange(encode, options);
    if (!received.ok) return received;
    const outcome = outcomeOf(id, received.replies);
    // Some servers refuse a large body in the middle, with HTTP 400.
    if (size > maxSocketRequestBytes && isUnread(outcome)) return { ok: false, failure: tooLong };
    return filtered(outcome, received.filter);
  }

  async #exchange(encode: () => string, options: TransportCallOptions): Promise<Received> {
    if (this.#closed !== undefined) return { ok: false, failure: unsent(this.#closed) };
    const paused = this.#pause.failure;
    if (paused !== undefined) return { ok: false, failure: paused };
    let body: string;
    try {
      body = encode();
    } catch (error) {
      return { ok: false, failure: notEncodable(error) };
    }
    const deadline = new CallDeadline(this.#clock, options.timeoutMs, options.signal);
    this.#running.add(deadline);
    const request = { method: "POST", path: rpcPath, body } as const;
    const sentAt = this.#clock.now();
    const filter = filterFor(options);
    const sent = sendFollowing(this.#endpoint, request, this.#agent, deadline, filter);
    const response = await sent.finally(() => this.#running.delete(deadline));
    if ("code" in response) return { ok: false, failure: response };
    const dated = datedResponse(response.headers, sentAt, this.#clock.now());
    if (dated !== undefined) this.onDate?.(dated);
    return this.#judge(response);
  }

  #judge(response: HttpResponse): Received {
    const verdict = classifyResponse(response, this.#endpoint.baseUrl);
    switch (verdict.kind) {
      case "replies":
        this.#works = true;
        return { ok: true, replies: verdict.replies, filter: response.filter };
      case "postImpossible":
        this.#works = false;
        return { ok: false, failure: takenForUpgrade, postImpossible: true };
      case "failed":
        if (verdict.failure.code === "busy") this.#pause.begin(verdict.failure);
        return { ok: false, failure: verdict.failure, isRefused: refusals.has(response.status) };
    }
  }
}

function filterFor({ filter, raw, onBytes }: TransportCallOptions): FilterFactory | undefined {
  return raw === true ? () => new ResultFilter(onBytes) : filter;
}

/** The filter has the last word on a result; an error has come through it unchanged. */
function filtered(outcome: Outcome, filter: BodyFilter | undefined): Outcome {
  if (!outcome.ok || filter === undefined) return outcome;
  try {
    return { ok: true, result: filter.finish(outcome.result) };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}
