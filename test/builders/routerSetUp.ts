import { type FilterFactory } from "../../src/rpc/bodyFilter";
import { type LocalErrorCode, RpcLocalError } from "../../src/rpc/errors";
import { Router } from "../../src/rpc/router";
import { type PostTransport, type Transport } from "../../src/rpc/transport";
import { FakeClock } from "./fakeClock";

type Answer = () => Promise<unknown>;

export const local = (code: LocalErrorCode): RpcLocalError => new RpcLocalError(code, "test");
/** A response that fails so. */
export const failing = (code: LocalErrorCode) => (): Promise<never> => Promise.reject(local(code));

/** A router over two transports that note what they carry and answer as told. */
export function routerSetUp(options: { socket?: boolean; works?: boolean } = {}) {
  const clock = new FakeClock();
  const sent: string[] = [];
  const timeouts: number[] = [];
  const filters: (FilterFactory | undefined)[] = [];
  const raws: (boolean | undefined)[] = [];
  const unreachable: RpcLocalError[] = [];
  const responses: { socket: Answer; post: Answer } = {
    socket: () => Promise.resolve("by socket"),
    post: () => Promise.resolve("by post"),
  };
  const knobs: { socketOpen: boolean; probe: boolean | RpcLocalError | undefined } = {
    socketOpen: options.socket ?? true,
    probe: true,
  };
  const carry =
    (way: "socket" | "post"): Transport["call"] =>
    (method, _params, { timeoutMs, filter, raw }) => {
      sent.push(`${way} ${method}`);
      filters.push(filter);
      raws.push(raw);
      timeouts.push(timeoutMs);
      return responses[way]();
    };
  const socket: Transport = {
    kind: "webSocket",
    call: carry("socket"),
    close: () => undefined,
  };
  let works = options.works;
  const http: PostTransport = {
    kind: "http",
    call: carry("post"),
    close: () => undefined,
    get works() {
      return works;
    },
    forget: () => (works = undefined),
    probe: () => {
      sent.push("post probe");
      if (typeof knobs.probe === "object") return Promise.resolve(knobs.probe);
      works = knobs.probe;
      return Promise.resolve(works === true ? "works" : undefined);
    },
    batch: async (calls) => {
      sent.push(`post batch ${calls.map(({ method }) => method).join()}`);
      const result = await responses.post();
      return calls.map(() => ({ ok: true, result }));
    },
  };
  const router = new Router({
    socket: () => (knobs.socketOpen ? socket : undefined),
    http: () => http,
    clock,
    onUnreachable: (error) => unreachable.push(error),
  });
  /** Without the probes. */
  const calls = (): readonly string[] => sent.filter((each) => each !== "post probe");
  return { router, clock, sent, calls, timeouts, filters, raws, unreachable, responses, knobs };
}
