import { type Clock } from "../../src/util/clock";
import { type Knobs } from "./knobs";
import { type Reply, empty } from "./reply";
import { type World } from "./world";

export function wait(ms: number, clock: Clock): Promise<void> {
  return new Promise((resolve) => void clock.setTimeout(resolve, ms));
}

/** Holds a call back for as long as the knob `slow` says. */
export async function delay(method: string, { knobs, clock }: World): Promise<void> {
  const { slow } = knobs;
  const ms = typeof slow === "number" ? slow : (slow[method] ?? slow["*"] ?? 0);
  if (ms > 0) await wait(ms, clock);
}

/** What a broken server or proxy says in place of any response. */
export function faultReply({ status500, garbage, sitename }: Knobs): Reply | undefined {
  if (status500) return empty(500);
  switch (garbage) {
    case "never":
      return undefined;
    case "html":
      return {
        status: 200,
        type: "text/html; charset=utf-8",
        body: `<!doctype html><html><head><title>${sitename}: sign in</title></head><body></body></html>`,
      };
    case "json":
      return { status: 200, type: "application/json; charset=utf-8", body: brokenJson };
  }
}

export const brokenJson = '{"jsonrpc":"2.0","id":1,"resu';
