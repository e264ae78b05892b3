import assert from "node:assert/strict";
import {
  CallHistory,
  largestKept,
  longestHistory,
  longestParams,
} from "../../../../src/features/requests/callHistory";
import { type PastCall } from "../../../../src/features/requests/pastCall";
import { holdsMask, secretMaskJson } from "../../../../src/shared/call/mask";
import { type Logger, silentLogger } from "../../../../src/util/logger";
import { memoryFiles } from "../../../builders/memoryFiles";
import { buildPastCall } from "../../../builders/pastCall";

async function start(initial?: Readonly<Record<string, string>>) {
  const storage = memoryFiles(initial);
  const warnings: string[] = [];
  const logger: Logger = { ...silentLogger, warn: (message) => warnings.push(message) };
  const load = () => CallHistory.load(storage.files, logger);
  const history = await load();
  let changes = 0;
  history.onDidChange(() => (changes += 1));
  const index = () => JSON.parse(storage.contents.get("calls.json") ?? "[]") as PastCall[];
  return { ...storage, warnings, history, load, index, changes: () => changes };
}

const call = (method: string, changes: Partial<PastCall> = {}) =>
  buildPastCall({ method, ...changes });

const methodsOf = ({ calls }: CallHistory) => calls.map(({ method }) => method);

describe("CallHistory", () => {
  it("has what was added at once, the newest first, each under an id of its own", async () => {
    const { history, changes } = await start();
    const added = [history.add(call("a"), "1"), history.add(call("b"), undefined)];
    assert.deepEqual(methodsOf(history), ["b", "a"]);
    assert.equal(changes(), 2);
    const [a, b] = await Promise.all(added);
    assert.ok(a && b);
    assert.notEqual(a.id, b.id);
    assert.deepEqual([a.kept, b.kept], [true, false]);
    assert.equal(history.get(a.id), a);
  });

  it("is there again after a reload, with its answers", async () => {
    const { history, load } = await start();
    const a = await history.add(call("a", { params: '{"x":1}' }), '{"answer":9007199254740993}');
    const again = await load();
    assert.deepEqual(again.calls, [a]);
    assert.equal(await again.answerOf(a.id), '{"answer":9007199254740993}');
  });

  it("holds calls of a server that is not stored in memory only, and forgets them", async () => {
    const storage = memoryFiles();
    const isStored = (serverId: string) => serverId !== "demo";
    const history = await CallHistory.load(storage.files, silentLogger, isStored);
    const own = await history.add(call("a"), "1");
    const { id } = await history.add(call("b", { serverId: "demo" }), '"of the demo"');
    assert.deepEqual(methodsOf(history), ["b", "a"]);
    assert.equal(await history.answerOf(id), '"of the demo"');
    const written = [...storage.contents].map(([name, text]) => name + text).join("");
    assert.ok(written.includes(own.id));
    assert.ok(!written.includes("demo"));
    await history.deleteOf("demo");
    assert.deepEqual(methodsOf(history), ["a"]);
  });

  it("keeps a mask a mask", async () => {
    const { history, load, contents } = await start();
    const masked = `{"token":${secretMaskJson}}`;
    const { id } = await history.add(call("a", { params: masked }), masked);
    const again = await load();
    assert.equal(again.get(id)?.params, masked);
    assert.equal(await again.answerOf(id), masked);
    assert.ok([...contents.values()].every(holdsMask));
  });

  it("keeps no answer above the limit, counted in bytes", async () => {
    const { history, contents } = await start();
    const ofBytes = (bytes: number) => `"${"é".repeat((bytes - 2) / 2)}"`;
    const fits = await history.add(call("a"), ofBytes(largestKept));
    const large = await history.add(call("b"), ofBytes(largestKept + 2));
    assert.deepEqual([fits.kept, large.kept], [true, false]);
    assert.equal(await history.answerOf(large.id), undefined);
    assert.equal(contents.size, 2);
  });

  it("says that long parameters are forgotten, for without them the call is another", async () => {
    const { history, index } = await start();
    await history.add(call("a", { params: "1".repeat(longestParams + 1) }), undefined);
    await history.add(call("b", { params: "1".repeat(longestParams) }), undefined);
    const [b, a] = index();
    assert.deepEqual([a?.params, a?.paramsForgotten], [undefined, true]);
    assert.deepEqual([b?.params?.length, b?.paramsForgotten], [longestParams, undefined]);
  });

  it("lets go of the oldest, with its answer", async () => {
    const { history, contents, index } = await start();
    const first = await history.add(call("first"), "1");
    for (let count = 0; count < longestHistory; count++) await history.add(call("later"), "2");
    assert.equal(history.calls.length, longestHistory);
    assert.equal(history.get(first.id), undefined);
    assert.equal(contents.has(`answer-${first.id}.json`), false);
    assert.equal(contents.size, longestHistory + 1);
    assert.equal(index().length, longestHistory);
  });

  it("deletes and clears, in the files too", async () => {
    const { history, contents, load } = await start();
    const [a, b, c] = await Promise.all(
      ["a", "b", "c"].map((each) => history.add(call(each), "1")),
    );
    assert.ok(a && b && c);
    await history.delete([a.id, c.id]);
    assert.deepEqual(methodsOf(await load()), ["b"]);
    assert.deepEqual([...contents.keys()].sort(), [`answer-${b.id}.json`, "calls.json"]);
    await history.clear();
    assert.deepEqual([...contents], [["calls.json", "[]"]]);
  });
});

describe("CallHistory, how it writes", () => {
  it("writes once more for all that came meanwhile, the newest state last", async () => {
    const { history, hold, written, index } = await start();
    const release = hold();
    const all = Array.from({ length: 20 }, (_, count) => history.add(call(`m${count}`), undefined));
    release();
    await Promise.all(all);
    assert.deepEqual(written, ["calls.json", "calls.json"]);
    assert.deepEqual(
      index().map(({ method }) => method),
      methodsOf(history),
    );
  });

  it("leaves no answer behind of a call that was deleted while it was being written", async () => {
    const { history, hold, contents } = await start();
    const release = hold();
    const adding = history.add(call("a"), "1");
    const clearing = history.clear();
    release();
    await Promise.all([adding, clearing]);
    assert.deepEqual([...contents], [["calls.json", "[]"]]);
  });

  it("loses nothing in memory when files cannot be written, and writes all with the next", async () => {
    const { history, failing, warnings, index } = await start();
    failing.add("answer").add("calls");
    const a = await history.add(call("a"), "1");
    assert.equal(warnings.length, 2);
    assert.equal(await history.answerOf(a.id), "1");
    failing.clear();
    await history.add(call("b"), undefined);
    assert.deepEqual(
      index().map(({ method }) => method),
      ["b", "a"],
    );
  });
});

describe("CallHistory, what it reads", () => {
  const good = buildPastCall({ id: "good" });
  const bad: readonly unknown[] = [
    ...[null, "x", 7, [], {}],
    { ...good, id: "../../etc/passwd" },
    { ...good, id: 7 },
    { ...good, outcome: "refused" },
    { ...good, transport: "pigeon" },
    { ...good, sentAt: 1e300 },
    { ...good, sentAt: "now" },
    { ...good, kept: undefined },
    { ...good, params: { x: 1 } },
  ];

  it("takes what is a call and drops the rest", async () => {
    const { history } = await start({ "calls.json": JSON.stringify([...bad, good]) });
    assert.deepEqual(history.calls, [good]);
  });

  for (const text of ["", "{", "null", '{"calls":[]}']) {
    it(`begins anew with ${JSON.stringify(text)}`, async () => {
      const { history } = await start({ "calls.json": text });
      assert.deepEqual(history.calls, []);
    });
  }

  it("deletes answers that no call of the index has, and nothing else", async () => {
    const answer = "answer-good.json";
    const { contents } = await start({
      ...{ "calls.json": JSON.stringify([good]), [answer]: "1", "answer-lost.json": "2" },
      "other.json": "3",
    });
    assert.deepEqual([...contents.keys()], ["calls.json", answer, "other.json"]);
  });

  it("deletes nothing where the index cannot be read", async () => {
    const { load, failing, contents } = await start();
    contents.set("answer-good.json", "1");
    failing.add("calls");
    await load();
    assert.ok(contents.has("answer-good.json"));
  });

  it("begins empty, with a line in the log, where the index cannot be read", async () => {
    const { load, failing, warnings } = await start();
    failing.add("calls");
    assert.deepEqual((await load()).calls, []);
    assert.equal(warnings.length, 1);
  });

  it("has no answer where its file is gone or cannot be read", async () => {
    const { history, failing, warnings } = await start({ "calls.json": JSON.stringify([good]) });
    assert.equal(await history.answerOf("good"), undefined);
    assert.deepEqual(warnings, []);
    failing.add("answer");
    assert.equal(await history.answerOf("good"), undefined);
    assert.equal(warnings.length, 1);
    assert.equal(await history.answerOf("unknown"), undefined);
  });
});
