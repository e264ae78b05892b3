import { calls, cut, messagesFrom, page, raw, reset, respond, rewrite, swallow } from "../actions";
import { type Fault, seconds } from "../fault";
import { type RequestRule } from "../proxy/exchange";
import { passMessage, passRequest } from "../proxy/faultProxy";
import { type World } from "../world";

const method = "admin:addClient";
const params = '{"name":"new"}';

const fates = {
  unknown: "The call may have been carried out.",
  refused: "The call was not carried out.",
  notSent: "The request was not sent.",
} as const;

interface CallFault {
  readonly id: string;
  readonly fault: string;
  readonly text: string;
  readonly fate: keyof typeof fates;
  readonly rule?: RequestRule;
  readonly begin?: (world: World) => unknown;
  readonly tookMs?: number;
}

/** A call that adds a node fails so. */
function callFault({ id, fault, text, fate, rule, begin, tookMs = seconds(1) }: CallFault): Fault {
  return {
    id: `call-${id}`,
    fault: `A call that changes something: ${fault}`,
    seen: `“${text} ${fates[fate]}”`,
    promise: "Sent once at most, and said whether it may have been carried out",
    test: async (world) => {
      await world.becomeLive();
      if (rule !== undefined) world.proxy.onRequest = calls([method], rule);
      await begin?.(world);
      const { error = "none", tookMs: ms } = await world.call(method, { params });
      if (!error.startsWith(`${text} ${fates[fate]}`) || ms > tookMs) {
        throw new Error(`after ${ms} ms: ${error}`);
      }
      world.proxy.heal();
      await world.proxy.listen();
      await world.pass(seconds(60));
      const sent = world.proxy.arrivals.filter(({ methods }) => methods.includes(method)).length;
      if (sent > (fate === "notSent" ? 0 : 1)) throw new Error(`sent ${sent} times`);
    },
  };
}

const garbled = "Home sent an invalid response.";
const closed = "Home closed the connection.";
/** Of a CDN, by its status. */
const cdnTexts = {
  520: "A CDN in front of Home got an invalid response from it (HTTP 520).",
  522: "A CDN in front of Home could not connect to it in time (HTTP 522).",
  524: "A CDN in front of Home got no response from it in time (HTTP 524).",
} as const;

/** The server carries the call out, and its response is lost. */
const afterwards =
  (rule: RequestRule): RequestRule =>
  async (exchange) => {
    await exchange.forward();
    await rule(exchange);
  };

/** What becomes of a call that may change something. */
export const callFaults: readonly Fault[] = [
  callFault({
    id: "reset",
    fault: "the connection is reset",
    text: closed,
    fate: "unknown",
    rule: reset,
  }),
  callFault({
    id: "cut",
    fault: "the connection ends before the response",
    text: closed,
    fate: "unknown",
    rule: cut,
  }),
  callFault({
    id: "carried-out-and-cut",
    fault: "it is carried out, and the response is lost",
    text: closed,
    fate: "unknown",
    rule: afterwards(cut),
  }),
  callFault({
    id: "response-cut",
    fault: "the response is cut in the middle",
    text: closed,
    fate: "unknown",
    rule: raw(
      'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{"jsonrpc"',
    ),
  }),
  callFault({
    id: "swallowed",
    fault: "there is no response",
    text: "Home did not respond in time.",
    fate: "unknown",
    rule: swallow,
    tookMs: seconds(31),
  }),
  callFault({
    id: "502",
    fault: "a proxy answers HTTP 502",
    text: "A proxy in front of Home cannot reach it (HTTP 502).",
    fate: "unknown",
    rule: page(502, "Bad Gateway"),
  }),
  callFault({
    id: "504",
    fault: "a proxy answers HTTP 504",
    text: "A proxy in front of Home got no response from it in time (HTTP 504).",
    fate: "unknown",
    rule: page(504, "Gateway Timeout"),
  }),
  ...([520, 522, 524] as const).map((status) =>
    callFault({
      id: `${status}`,
      fault: `a CDN responses HTTP ${status}`,
      text: cdnTexts[status],
      fate: "unknown",
      rule: page(status, `${status}`),
    }),
  ),
  callFault({
    id: "500-empty",
    fault: "the server answers HTTP 500 without a body",
    text: "Home failed to process the request (HTTP 500).",
    fate: "unknown",
    rule: respond({ status: 500 }),
  }),
  callFault({
    id: "garbled",
    fault: "the response is JSON that breaks off",
    text: "Home sent a response that is cut off or garbled (HTTP 200).",
    fate: "unknown",
    rule: rewrite(({ body }) => ({ body: body.toString().slice(0, -5) })),
  }),
  callFault({
    id: "413",
    fault: "a proxy answers HTTP 413",
    text: "The request is larger than a proxy in front of Home allows (HTTP 413).",
    fate: "refused",
    rule: page(413, "Request Entity Too Large"),
  }),
  callFault({
    id: "429",
    fault: "a proxy answers HTTP 429 with Retry-After",
    text: "Home accepts no more requests for now (HTTP 429). Try again in 20 s.",
    fate: "refused",
    rule: respond({ status: 429, headers: { "retry-after": "20" } }),
  }),
  callFault({
    id: "basic",
    fault: "a proxy wants HTTP Basic authentication",
    text: "A proxy in front of Home requires HTTP Basic authentication (HTTP 401), which is not supported.",
    fate: "refused",
    rule: page(401, "Authorization Required", { "www-authenticate": 'Basic realm="a"' }),
  }),
  callFault({
    id: "403",
    fault: "a firewall answers HTTP 403",
    text: "A proxy or firewall in front of Home refused the request (HTTP 403).",
    fate: "refused",
    rule: page(403, "Forbidden"),
  }),
  callFault({
    id: "refused",
    fault: "nothing listens at the port any more",
    text: "Home cannot be reached: connection refused.",
    fate: "notSent",
    begin: async (world) => {
      world.proxy.refuse();
      await world.time.settle();
    },
  }),
  callFault({
    id: "while-asked-to-wait",
    fault: "the server has asked to wait before",
    text: "Home accepts no more requests for now (HTTP 429). Try again in 20 s.",
    fate: "notSent",
    begin: async (world) => {
      world.proxy.onRequest = respond({ status: 429, headers: { "retry-after": "20" } });
      await world.call("common:getVersion", { timeoutMs: seconds(3) });
      world.proxy.heal();
    },
  }),
  {
    id: "call-over-socket-cut",
    fault:
      "A call that changes something goes over the socket, for POST is impossible, and the socket is cut",
    seen: `“${closed} ${fates.unknown}”`,
    promise: "Sent once",
    world: { knobs: { noPost: true } },
    test: async (world) => {
      await world.becomeLive();
      world.proxy.onMessage = (message, pipe) => {
        if (message.methods.includes(method)) pipe.closeClient(1006);
        else passMessage(message, pipe);
      };
      const { error = "none" } = await world.call(method, { params });
      if (!error.startsWith(`${closed} ${fates.unknown}`)) throw new Error(error);
      await world.pass(seconds(30));
      const sent = world.proxy.arrivals.filter(({ methods }) => methods.includes(method)).length;
      if (sent !== 1) throw new Error(`sent ${sent} times`);
    },
  },
  {
    id: "call-over-socket-garbled",
    fault:
      "A call that changes something goes over the socket, for POST is impossible, and its response is JSON that breaks off",
    seen: `“${garbled} ${fates.unknown}”`,
    promise: "Sent once, and said within two seconds",
    world: { knobs: { noPost: true } },
    test: async (world) => {
      await world.becomeLive();
      world.proxy.onMessage = messagesFrom("server", ({ text }, pipe) => {
        pipe.toClient(text.slice(0, -5));
      });
      const { error = "none", tookMs } = await world.call(method, { params });
      if (!error.startsWith(`${garbled} ${fates.unknown}`) || tookMs > seconds(2)) {
        throw new Error(`after ${tookMs} ms: ${error}`);
      }
      world.proxy.heal();
      await world.pass(seconds(30));
      const sent = world.proxy.arrivals.filter(({ methods }) => methods.includes(method)).length;
      if (sent !== 1) throw new Error(`sent ${sent} times`);
    },
  },
  {
    id: "call-read-on-closed-connection",
    fault: "A kept connection is closed in the moment in which a read is sent",
    seen: "The response",
    promise: "A read is sent again on a new connection",
    test: async (world) => {
      await world.becomeLive();
      for (let count = 0; count < 10; count += 1) {
        let isFirst = true;
        world.proxy.onRequest = (exchange) => {
          if (isFirst) exchange.reset();
          else void passRequest(exchange);
          isFirst = false;
        };
        const { error } = await world.call("common:getNodes");
        if (error !== undefined) throw new Error(`call ${count}: ${error}`);
      }
    },
  },
];
