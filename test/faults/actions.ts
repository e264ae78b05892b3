import { type Answer, type RequestRule } from "./proxy/exchange";
import { type ConnectionRule, passMessage, passRequest } from "./proxy/faultProxy";
import { type World } from "./world";
import { type From, type MessageRule } from "./proxy/socketPipe";

// What can be done to requests, upgrades and messages.

export const swallow = (): void => undefined;
export const cut: RequestRule = (exchange) => exchange.cut();
export const reset: RequestRule = (exchange) => exchange.reset();

export function respond(response: Partial<Answer>): RequestRule {
  return (exchange) => exchange.reply(response);
}

export function page(status: number, title: string, headers: Answer["headers"] = {}): RequestRule {
  const body = `<!doctype html><html><head><title>${title}</title></head><body>${title}</body></html>`;
  return respond({
    status,
    headers: { "content-type": "text/html; charset=utf-8", ...headers },
    body,
  });
}

/** The server's own response, changed. */
export function rewrite(change: (response: Answer) => Partial<Answer>): RequestRule {
  return async (exchange) => {
    const response = await exchange.forward();
    if (response !== undefined) exchange.reply({ ...response, ...change(response) });
  };
}

/** Bytes in place of the response; `end`: the connection ends after them. */
export function raw(text: string | Buffer, end = true): RequestRule {
  return (exchange) => {
    exchange.raw(text);
    if (end) exchange.request.socket.end();
  };
}

export function delayed(ms: number, rule: RequestRule = passRequest): RequestRule {
  return async (exchange) => {
    await exchange.pause(ms);
    await rule(exchange);
  };
}

export function posts(rule: RequestRule): RequestRule {
  return (exchange) => (exchange.isPost ? rule(exchange) : passRequest(exchange));
}

/** Requests that call one of the methods; others pass. */
export function calls(methods: readonly string[], rule: RequestRule): RequestRule {
  return (exchange) =>
    exchange.methods.some((method) => methods.includes(method))
      ? rule(exchange)
      : passRequest(exchange);
}

/** The first requests, as they are counted from now on; others pass. */
export function first(count: number, rule: RequestRule): RequestRule {
  let seen = 0;
  return (exchange) => (seen++ < count ? rule(exchange) : passRequest(exchange));
}

/** Messages from one side; others pass. */
export function messagesFrom(from: From, rule: MessageRule): MessageRule {
  return (message, pipe) =>
    message.from === from ? rule(message, pipe) : passMessage(message, pipe);
}

export function delayedConnections({ time }: World, ms: number): ConnectionRule {
  return (_socket, accept) => void time.server.setTimeout(accept, ms);
}
