import { calls, cut, page, posts, reset, respond, swallow } from "../actions";
import { type Fault, seconds } from "../fault";
import { type RequestRule } from "../proxy/exchange";

const seen = "Nodes stay live over the socket; a chart or call takes a few seconds longer";

/** POST fails while the socket is well. */
function postFails(id: string, fault: string, rule: RequestRule, maxMs: number): Fault {
  return {
    id: `post-${id}`,
    fault,
    seen,
    promise: "Reads go over the socket; what may change something is sent once",
    test: async (world) => {
      await world.becomeLive();
      world.proxy.onRequest = posts(rule);
      const read = await world.call("common:getNodes");
      if (read.error !== undefined || read.tookMs > maxMs) {
        throw new Error(`reading took ${read.tookMs} ms: ${read.error}`);
      }
      const before = world.count("admin:addClient");
      await world.call("admin:addClient", { params: '{"name":"new"}' });
      const sent = world.count("admin:addClient") - before;
      if (sent > 1) throw new Error(`sent ${sent} times`);
      const { liveShare, texts } = await world.watch(seconds(60));
      if (liveShare < 1 || texts.length > 0) {
        throw new Error(`live ${liveShare}, ${texts.join()}; ${world.describe()}`);
      }
    },
  };
}

/** POST that fails in some way while the socket is well. */
export const postFaults: readonly Fault[] = [
  postFails("swallowed", "POST gets no response", swallow, seconds(11)),
  postFails("cut", "POST is cut without a response", cut, seconds(1)),
  postFails("reset", "POST is reset", reset, seconds(1)),
  ...[400, 403, 404, 405, 501, 502, 503, 504, 520, 524].map((status) =>
    postFails(
      `${status}`,
      `A proxy responses POST with HTTP ${status}`,
      page(status, `${status}`),
      seconds(1),
    ),
  ),
  ...[413, 414, 431, 301].map((status): Fault => ({
    id: `one-post-${status}`,
    fault: `One request is answered with HTTP ${status}`,
    seen: "That call alone fails",
    promise: "Later calls go by POST as before; nodes stay live",
    test: async (world) => {
      await world.becomeLive();
      world.proxy.onRequest = calls(
        ["common:getVersion"],
        respond({
          status,
          headers: { "content-type": "text/html", location: "https://other.example.org/" },
          body: `<html>${status}</html>`,
        }),
      );
      await world.call("common:getVersion");
      const next = await world.call("common:getNodes");
      if (next.response?.transport !== "http")
        throw new Error(`${next.error}; ${world.describe()}`);
      const { liveShare, texts } = await world.watch(seconds(30));
      if (liveShare < 1 || texts.length > 0) throw new Error(`${liveShare} ${texts.join()}`);
    },
  })),
];
