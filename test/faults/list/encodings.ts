import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { page, posts, raw, rewrite } from "../actions";
import { type Fault, seconds } from "../fault";
import { type Answer, type RequestRule } from "../proxy/exchange";
import { passRequest } from "../proxy/faultProxy";

const understood = "Understood as it is";

/** POST alone serves, and its responses are changed so: still all is well. */
function odd(id: string, fault: string, rule: RequestRule): Fault {
  return {
    id: `response-${id}`,
    fault: `Responses to POST ${fault}`,
    seen: "Nodes as usual",
    promise: understood,
    test: async (world) => {
      world.proxy.onUpgrade = page(404, "No sockets");
      world.proxy.onRequest = posts(rule);
      await world.becomeLive();
      const { liveShare, texts } = await world.watch(seconds(30));
      const { error } = await world.call("common:getNodes");
      if (liveShare < 1 || texts.length > 0 || error !== undefined) {
        throw new Error(`${liveShare}, ${texts.join()}, ${error}; ${world.describe()}`);
      }
    },
  };
}

const body = (change: (text: string) => string | Buffer): RequestRule =>
  rewrite(({ body: bytes }) => ({ body: change(bytes.toString()) }));

const encoded = (encoding: string, pack: (text: string) => Buffer): RequestRule =>
  rewrite(({ body: bytes, headers }) => ({
    body: pack(bytes.toString()),
    headers: { ...headers, "content-encoding": encoding },
  }));

const headed = (change: Answer["headers"]): RequestRule =>
  rewrite(({ headers }) => ({ headers: { ...headers, ...change } }));

/** The response as it goes over the wire, written by hand. */
const written =
  (head: (length: number) => string, pack = (bytes: Buffer) => bytes): RequestRule =>
  async (exchange) => {
    const response = await exchange.forward();
    if (response === undefined) return;
    const bytes = Buffer.from(response.body);
    await raw(Buffer.concat([Buffer.from(`${head(bytes.length)}\r\n`), pack(bytes)]))(exchange);
  };

const json = "Content-Type: application/json\r\n";

function chunked(bytes: Buffer, size: number): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    const head = `${part.length.toString(16)};name=value\r\n`;
    chunks.push(Buffer.from(head), part, Buffer.from("\r\n"));
  }
  return Buffer.concat([...chunks, Buffer.from("0\r\n\r\n")]);
}

/** A response to one kind of call is broken: that call fails, and says so at once. */
function broken(id: string, fault: string, rule: RequestRule, text: string): Fault {
  return {
    id: `broken-${id}`,
    fault: `The response to a call ${fault}`,
    seen: `“${text} The call may have been carried out.”`,
    promise: "That call alone fails, at once; nodes stay live",
    test: async (world) => {
      await world.becomeLive();
      world.proxy.onRequest = (exchange) =>
        exchange.methods.includes("admin:addClient") ? rule(exchange) : passRequest(exchange);
      const outcome = await world.call("admin:addClient", { params: "{}" });
      const { liveShare, texts } = await world.watch(seconds(20));
      if (
        outcome.error?.startsWith(`${text} The call may have been carried out.`) !== true ||
        outcome.tookMs > seconds(6)
      ) {
        throw new Error(`after ${outcome.tookMs} ms: ${outcome.error}`);
      }
      if (liveShare < 1 || texts.length > 0) throw new Error(`${liveShare}, ${texts.join()}`);
    },
  };
}

/** Responses that come otherwise than they were asked for. */
export const encodingFaults: readonly Fault[] = [
  odd(
    "gzip",
    "are packed with gzip though not asked for",
    encoded("gzip", (text) => gzipSync(text)),
  ),
  odd(
    "x-gzip",
    "are packed with gzip under its old name",
    encoded("x-gzip", (text) => gzipSync(text)),
  ),
  odd(
    "deflate",
    "are packed with deflate",
    encoded("deflate", (text) => deflateSync(text)),
  ),
  odd(
    "raw-deflate",
    "are packed with deflate without its header",
    encoded("deflate", (text) => deflateRawSync(text)),
  ),
  odd(
    "brotli",
    "are packed with br",
    encoded("br", (text) => brotliCompressSync(text)),
  ),
  odd(
    "gzip-upper-case",
    "name their encoding in upper case",
    encoded("GZIP", (text) => gzipSync(text)),
  ),
  odd(
    "identity",
    "say that they are not packed",
    encoded("identity", (text) => Buffer.from(text)),
  ),
  odd(
    "byte-order-mark",
    "begin with a byte order mark",
    body((text) => `\uFEFF${text}`),
  ),
  odd(
    "blank-lines",
    "have blank lines around them",
    body((text) => `\r\n\r\n ${text} \r\n\r\n`),
  ),
  odd("text-plain", "say that they are plain text", headed({ "content-type": "text/plain" })),
  odd(
    "without-type",
    "name no type",
    rewrite(({ headers }) => {
      const others = Object.entries(headers).filter(([name]) => name !== "content-type");
      return { headers: Object.fromEntries(others) };
    }),
  ),
  odd(
    "charset",
    "name a charset in quotes",
    headed({ "content-type": 'application/json; charset="UTF-8"' }),
  ),
  odd(
    "many-headers",
    "have sixty more headers",
    headed(
      Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [`x-proxy-${index}`, "a".repeat(50)]),
      ),
    ),
  ),
  odd(
    "cookies",
    "set cookies",
    headed({ "set-cookie": ["a=1; Path=/", "session_token=other; Path=/"] }),
  ),
  odd(
    "chunks",
    "come in small chunks with extensions",
    written(
      () => `HTTP/1.1 200 OK\r\n${json}Transfer-Encoding: chunked\r\n`,
      (bytes) => chunked(bytes, 7),
    ),
  ),
  odd(
    "http-1-0",
    "are HTTP/1.0 and end with the connection",
    written(() => `HTTP/1.0 200 OK\r\n${json}`),
  ),
  odd(
    "without-reason",
    "have no reason phrase",
    written((length) => `HTTP/1.1 200\r\n${json}Content-Length: ${length}\r\n`),
  ),
  odd(
    "early-hints",
    "come after 103 Early Hints",
    written(
      (length) =>
        `HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\n${json}Content-Length: ${length}\r\n`,
    ),
  ),
  odd(
    "closed-after",
    "end the connection that they promise to keep",
    written(
      (length) =>
        `HTTP/1.1 200 OK\r\n${json}Connection: keep-alive\r\nContent-Length: ${length}\r\n`,
    ),
  ),
  broken(
    "cut",
    "is cut in the middle",
    written((length) => `HTTP/1.1 200 OK\r\n${json}Content-Length: ${length + 9}\r\n`),
    "Home closed the connection.",
  ),
  broken(
    "json",
    "is JSON that breaks off",
    rewrite(({ body: bytes }) => ({ body: bytes.toString().slice(0, -3) })),
    "Home sent a response that is cut off or garbled (HTTP 200).",
  ),
  broken(
    "empty",
    "is empty",
    rewrite(() => ({ body: "" })),
    "Home sent an empty response (HTTP 200).",
  ),
  broken(
    "other-id",
    "is for another call",
    body((text) => text.replace(/"id":\s*\d+/, '"id":999')),
    "Home sent an invalid response.",
  ),
  broken(
    "gzip-broken",
    "says gzip and is not",
    headed({ "content-encoding": "gzip" }),
    "Home sent an invalid response.",
  ),
  broken(
    "unknown-encoding",
    "is packed in an unknown way",
    headed({ "content-encoding": "zstd" }),
    "Home sent an invalid response.",
  ),
  broken(
    "null",
    "is the JSON value null",
    rewrite(() => ({ body: "null" })),
    "Home responded with HTTP 200, but not as a Komari site. Check the URL and its path.",
  ),
  broken(
    "deep",
    "is nested 200,000 levels deep",
    rewrite(() => ({ body: "[".repeat(200_000) })),
    "Home sent a response that is cut off or garbled (HTTP 200).",
  ),
  broken(
    "500-empty",
    "is HTTP 500 without a body",
    rewrite(() => ({ status: 500, body: "" })),
    "Home failed to process the request (HTTP 500).",
  ),
  broken(
    "headers-too-large",
    "has 100 KB of headers",
    headed({ "x-trace": "a".repeat(100_000) }),
    "Home sent an invalid response.",
  ),
  broken(
    "html",
    "is a page with HTTP 200",
    page(200, "Oops"),
    "Home responded with a web page (HTTP 200), not as a Komari site. Check the URL and its path.",
  ),
];
