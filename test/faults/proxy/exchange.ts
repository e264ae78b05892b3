import {
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from "node:http";
import { isRecord, parseJson } from "../../../src/util/json";

/** An HTTP response, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer | string;
}

/** What an exchange needs of the proxy. */
export interface ExchangeContext {
  readonly upstreamPort: () => number;
  /** Resolves when nothing holds back what goes to the server, or comes from it. */
  readonly gate: (direction: "up" | "down") => Promise<void>;
  readonly pause: (ms: number) => Promise<void>;
  readonly now: () => number;
  readonly touch: () => void;
}

/** Belong to one connection, not to the response. */
const hopByHop = ["connection", "keep-alive", "transfer-encoding", "content-length"];

/** The methods of a message, which may be a batch. */
export function methodsIn(text: string): readonly string[] {
  const value = parseJson(text);
  const calls: readonly unknown[] = Array.isArray(value) ? value : [value];
  return calls.flatMap((call) =>
    isRecord(call) && typeof call.method === "string" ? [call.method] : [],
  );
}

/** A request that came in, upgrades too, and what can be done about it. */
export class Exchange {
  constructor(
    readonly request: IncomingMessage,
    readonly body: string,
    readonly response: ServerResponse,
    /** How many requests came before it. */
    readonly index: number,
    private readonly context: ExchangeContext,
  ) {}

  get verb(): string {
    return this.request.method ?? "";
  }

  get path(): string {
    return this.request.url ?? "";
  }

  get isUpgrade(): boolean {
    return this.request.headers.upgrade !== undefined;
  }

  get methods(): readonly string[] {
    return methodsIn(this.body);
  }

  get isPost(): boolean {
    return this.verb === "POST";
  }

  pause(ms: number): Promise<void> {
    return this.context.pause(ms);
  }

  /** Sends it to the server. Undefined: the server cut the connection, and so was this one. */
  async forward(): Promise<Answer | undefined> {
    await this.context.gate("up");
    const { touch, now } = this.context;
    const answer = await new Promise<Answer | undefined>((resolve) => {
      const { headers } = this.request;
      const options = {
        host: "127.0.0.1",
        port: this.context.upstreamPort(),
        agent: false,
        method: this.verb,
        path: this.path,
        headers: { ...headers, connection: "close" },
      };
      const outgoing = request(options, (incoming) => {
        touch();
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", () => resolve(undefined));
        incoming.on("end", () => {
          touch();
          const kept = Object.entries(incoming.headers).filter(
            ([name]) => !hopByHop.includes(name),
          );
          const date = new Date(now()).toUTCString();
          const { statusCode: status = 0 } = incoming;
          resolve({
            status,
            body: Buffer.concat(chunks),
            headers: { ...Object.fromEntries(kept), date },
          });
        });
      });
      outgoing.on("error", () => {
        touch();
        resolve(undefined);
      });
      this.response.once("close", () => outgoing.destroy());
      outgoing.end(this.body);
    });
    await this.context.gate("down");
    if (answer === undefined) this.cut();
    return answer;
  }

  reply({ status = 200, headers = {}, body = "" }: Partial<Answer>): void {
    this.context.touch();
    if (this.response.destroyed) return;
    const bytes = Buffer.from(body);
    this.response.writeHead(status, { "content-length": bytes.length, ...headers });
    this.response.end(bytes);
  }

  /** Bytes as they are, in place of an HTTP response. */
  raw(data: string | Buffer): void {
    this.context.touch();
    this.request.socket.write(data);
  }

  cut(): void {
    this.context.touch();
    this.request.socket.destroy();
  }

  reset(): void {
    this.context.touch();
    this.request.socket.resetAndDestroy();
  }
}

export type RequestRule = (exchange: Exchange) => unknown;
