import assert from "node:assert/strict";
import fc from "fast-check";
import { ChartOutput } from "../../src/features/charts/model/chartOutput";
import { type RawSeries } from "../../src/features/charts/model/snapshot";
import { HistoryStore } from "../../src/fleet/history/historyStore";
import { type HistoryWindow, rangeOf } from "../../src/fleet/history/historyWindow";
import { type ChartQuery } from "../../src/shared/chartApi";
import { lineStats } from "../../webview/chart/data/stats";
import { LineStore } from "../../webview/chart/data/lineStore";
import { hour, minute } from "../builders/history";
import { createSteppedServer } from "../builders/steppedServer";

const day = 24 * hour;
const start = Date.UTC(2026, 0, 20, 12, 34, 56);

type Kind = "load" | "ping" | "ping of one task";

interface Ask {
  readonly kind: Kind;
  readonly window: HistoryWindow;
  readonly node: string;
}

/** What one may do; each asks for what is shown, or changes what is held. */
type Step =
  | { readonly do: "show"; readonly window: HistoryWindow }
  | { readonly do: "poll" | "reload" | "restart" | "all" | "other" }
  | { readonly do: "wait"; readonly ms: number };

const hoursOf = { stepped: [1, 4, 12, 24, 72, 168, 720], raw: [1, 4, 12, 24] } as const;

/** Minutes ago that are told in the same rows for the hour that a run lasts. */
const agoOf = {
  stepped: [
    [0, 500],
    [12 * 60, 45 * 60],
    [55 * 60, 24 * 24 * 60],
  ],
  raw: [
    [0, 170],
    [6 * 60, 2 * 24 * 60],
  ],
} as const;

type Server = keyof typeof agoOf;

function zoomsOf(server: Server): fc.Arbitrary<HistoryWindow> {
  const one = ([least, most]: readonly [number, number]) =>
    fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }));
  return fc.oneof(...agoOf[server].map(one)).map(([one, other]): HistoryWindow => {
    const [from, to] = [Math.max(one, other) + 10, Math.min(one, other)];
    return { kind: "between", from: start - from * minute, to: start - to * minute };
  });
}

function stepsOf(server: Server): fc.Arbitrary<readonly Step[]> {
  const lasts = fc
    .constantFrom(...hoursOf[server])
    .map((hours) => ({ kind: "last", hours }) as const);
  const show = fc.oneof(lasts, zoomsOf(server));
  const names = ["poll", "poll", "reload", "restart", "all", "other"] as const;
  return fc.array(
    fc.oneof(
      show.map((window) => ({ do: "show", window }) as const),
      fc.constantFrom(...names).map((name) => ({ do: name })),
      fc.integer({ min: 1, max: 7 * 60_000 }).map((ms) => ({ do: "wait", ms }) as const),
    ),
    { minLength: 1, maxLength: 9 },
  );
}

async function answerOf(
  store: HistoryStore,
  { server }: ReturnType<typeof createSteppedServer>,
  { kind, window, node }: Ask,
) {
  if (kind === "load") {
    const wanted = { uuids: [node], total: 2, loadType: "cpu", window } as const;
    const { from, to, nodes, sampled } = await store.load(server, wanted, {});
    const { times = new Float64Array(0), fields } = nodes.get(node) ?? {};
    const line = { id: "cpu", metric: "cpu", values: fields?.cpu ?? new Float64Array(0) } as const;
    const series: RawSeries[] = [{ id: "load", times, lines: [line] }];
    return { from, to, series, others: [], sampled };
  }
  const { from, to, series, sampled } = await store.ping(
    server,
    { uuid: node, taskId: kind === "ping" ? undefined : 2, total: 2, window },
    {},
  );
  const lines = series.map(({ taskId, times, values }) => {
    const id = `ping:${taskId}`;
    return { id, times, lines: [{ id, metric: "ping", values } as const] };
  });
  return { from, to, series: lines, others: [], sampled };
}

/** A page, and what the host tells it. */
function createPage() {
  const page = new LineStore();
  const nothing = () => undefined;
  const sink = {
    data: (data: Parameters<LineStore["set"]>[0]) => page.set(data),
    append: (append: Parameters<LineStore["append"]>[0]) => page.append(append),
  };
  const output = new ChartOutput({ ...sink, progress: nothing, notice: nothing }, nothing);
  return { page, output };
}

function figuresOf(page: LineStore) {
  return page.lines.map((line) => lineStats(line, page.from, page.to));
}

/** As a panel that compares nodes does, by one request for them all. */
async function askOfAll(
  store: HistoryStore,
  { server }: ReturnType<typeof createSteppedServer>,
  kind: Kind,
  window: HistoryWindow,
): Promise<void> {
  const total = 4;
  if (kind === "load") {
    const uuids = ["a", "b", "c", "d"];
    await store.load(server, { uuids, total, loadType: "cpu", window }, {});
  } else {
    await store.ping(server, { uuid: undefined, taskId: 2, total, window }, {});
  }
}

async function check(kind: Kind, path: readonly Step[], as: Server = "stepped"): Promise<void> {
  const stepped = createSteppedServer(start, as);
  let store = new HistoryStore();
  let { page, output } = createPage();
  let window: HistoryWindow = { kind: "last", hours: 4 };
  let id = 0;
  const show = async () => {
    const query: ChartQuery = { id, span: window };
    output.show(query, "one", await answerOf(store, stepped, { kind, window, node: "a" }));
  };
  for (const step of path) {
    if (step.do === "show") [window, id] = [step.window, id + 1];
    if (step.do === "show") output.expectData();
    if (step.do === "reload") ({ page, output } = createPage());
    if (step.do === "restart") store = new HistoryStore();
    if (step.do === "wait") stepped.state.now += step.ms;
    if (step.do === "all") await askOfAll(store, stepped, kind, window);
    if (step.do === "other") await answerOf(store, stepped, { kind, window, node: "b" });
    await show();
    const { now } = stepped.state;
    // Asked for by nobody else, at the time up to which it is known.
    if (window.kind === "last") stepped.state.now = page.to;
    const alone = createPage();
    const whole = await answerOf(new HistoryStore(), stepped, { kind, window, node: "a" });
    alone.output.show({ id, span: window }, "one", whole);
    stepped.state.now = now;
    assert.deepEqual(rangeOf(window, page.to).to, page.to);
    assert.deepEqual(figuresOf(page), figuresOf(alone.page), JSON.stringify([window, step]));
  }
}

describe("HistoryStore: the figures of a time range", () => {
  for (const kind of ["load", "ping", "ping of one task"] as const) {
    for (const server of ["stepped", "raw"] as const) {
      it(`of ${kind} are the same however it was reached, in ${server} rows`, async () => {
        const property = fc.asyncProperty(stepsOf(server), (path) => check(kind, path, server));
        await fc.assert(property, { numRuns: 100 });
      });
    }
  }

  it("weight every day equally after 30 days were opened twice", async () => {
    const month: HistoryWindow = { kind: "last", hours: (30 * day) / hour };
    const path: readonly Step[] = [
      { do: "show", window: month },
      { do: "wait", ms: 2 * minute },
      { do: "show", window: { kind: "last", hours: 1 } },
      { do: "show", window: month },
    ];
    await check("ping", path);
    await check("load", path);
  });
});
