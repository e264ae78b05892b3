import assert from "node:assert/strict";
import { Poller } from "../../src/fleet/polling/poller";
import { type Attention } from "../../src/fleet/polling/pollPolicy";
import { type PartOutcome, type StatusPart } from "../../src/fleet/polling/statusPart";
import { StatusPlan } from "../../src/fleet/polling/statusPlan";
import { FakeClock } from "./fakeClock";
import { pollIntervals as intervals } from "./serverFleet";
import { settle } from "./settle";

type What = "nodes" | "statuses";

interface Requested {
  readonly what: What;
  readonly signal: AbortSignal;
  readonly part: StatusPart | undefined;
  readonly end: (succeeded: boolean) => void;
}

/** A poller of one node whose requests are answered by hand. */
export function createPoller(attention: Attention = "visible") {
  const clock = new FakeClock();
  const requested: Requested[] = [];
  const open = { nodes: 0, statuses: 0 };
  const maxConcurrent = { nodes: 0, statuses: 0 };
  const ask = <T>(
    what: What,
    signal: AbortSignal,
    outcomeOf: (succeeded: boolean) => T,
    part?: StatusPart,
  ) => {
    maxConcurrent[what] = Math.max(maxConcurrent[what], ++open[what]);
    return new Promise<T>((resolve) => {
      const end = (succeeded: boolean) => {
        open[what] -= 1;
        resolve(outcomeOf(succeeded));
      };
      requested.push({ what, signal, part, end });
    });
  };
  const plan = new StatusPlan(attention, intervals);
  plan.setNodes(["a"]);
  const outcome = (succeeded: boolean): PartOutcome => (succeeded ? "received" : "failed");
  const poller = new Poller(
    {
      nodes: (signal) => ask("nodes", signal, Boolean),
      statuses: (part, signal) => ask("statuses", signal, outcome, part),
    },
    plan,
    clock,
    intervals,
    attention,
  );
  const end = async (what: What, succeeded: boolean) => {
    const request = requested.findLast((each) => each.what === what);
    assert.ok(request, `no ${what} were requested for`);
    request.end(succeeded);
    await settle();
  };
  const response = (what: What) => end(what, true);
  const fail = (what: What) => end(what, false);
  const advance = async (ms: number) => {
    clock.advance(ms);
    await settle();
  };
  /** Starts it and answers the first requests. */
  const run = async () => {
    poller.start();
    await advance(0);
    await response("nodes");
    await advance(0);
    await response("statuses");
    requested.splice(0);
  };
  const names = () => requested.map(({ what }) => what);
  return { poller, clock, plan, requested, names, response, fail, advance, run, maxConcurrent };
}
