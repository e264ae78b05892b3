import assert from "node:assert/strict";
import { type CallHistory } from "../../../../../src/features/requests/store/callHistory";
import { type PastCall } from "../../../../../src/features/requests/store/pastCall";
import { holdsMask, secretMaskJson } from "../../../../../src/shared/call/mask";
import { type Logger, silentLogger } from "../../../../../src/util/logger";
import { loadHistory } from "../../../../builders/callHistory";
import { FakeClock } from "../../../../builders/fakeClock";
import { memoryFiles } from "../../../../builders/memoryFiles";
import { buildPastCall } from "../../../../builders/pastCall";

const maxResponseBytes = 256 * 1024;
const maxParamsLength = 32 * 1024;
const maxCalls = 200;

async function start(initial?: Readonly<Record<string, string>>) {
  const storage = memoryFiles(initial);
  const clock = new FakeClock();
  const warnings: string[] = [];
  const logger: Logger = { ...silentLogger, warn: (message) => warnings.push(message) };
  const load = () => loadHistory(storage.files, { logger, clock });
  const history = await load();
  let changes = 0;
  history.onDidChange(() => (changes += 1));
  const names = () => [...storage.contents.keys()].sort();
  return { ...storage, clock, warnings, history, load, names, changes: () => changes };
}

const call = (method: string, changes: Partial<PastCall> = {}) =>
  buildPastCall({ method, ...changes });

const methodsOf = ({ calls }: CallHistory) => calls.map(({ method }) => method);

const addAll = (history: CallHistory, methods: readonly string[]) =>
  Promise.all(methods.map((method) => history.add(call(method), `"${method}"`)));

describe("CallHistory", () => {
  it("has added calls immediately, the newest first, each with a unique id", async () => {
    const { history } = await start();
    const added = [history.add(call("a"), "1"), history.add(call("b"), undefined)];
    assert.deepEqual(methodsOf(history), ["b", "a"]);
    const [a, b] = await Promise.all(added);
    assert.ok(a && b);
    assert.notEqual(a.id, b.id);
    assert.deepEqual([a.kept, b.kept], [true, false]);
    assert.equal(history.get(a.id), a);
  });

  it("restores calls and responses in the same order after a reload", async () => {
    const { history, load } = await start();
    const a = await history.add(call("a", { params: '{"x":1}' }), '{"answer":9007199254740993}');
    const b = await history.add(call("b"), undefined);
    const again = await load();
    assert.deepEqual(again.calls, [b, a]);
    assert.equal(await again.responseOf(a.id), '{"answer":9007199254740993}');
  });

  it("keeps the order of calls when the clock is set back", async () => {
    const { history, load, clock } = await start();
    await history.add(call("a"), undefined);
    clock.setWallClock(-3_600_000);
    await history.add(call("b"), undefined);
    assert.deepEqual(methodsOf(history), ["b", "a"]);
    assert.deepEqual(methodsOf(await load()), ["b", "a"]);
  });

  it("holds calls of a server that is not stored in memory only", async () => {
    const storage = memoryFiles();
    const isStored = (serverId: string) => serverId !== "demo";
    const history = await loadHistory(storage.files, { isStored });
    const own = await history.add(call("a"), "1");
    const { id } = await history.add(call("b", { serverId: "demo" }), '"of the demo"');
    await history.refresh();
    assert.deepEqual(methodsOf(history), ["b", "a"]);
    assert.equal(await history.responseOf(id), '"of the demo"');
    const written = [...storage.contents].map(([name, text]) => name + text).join("");
    assert.ok(written.includes(own.id));
    assert.ok(!written.includes("demo"));
    await history.deleteOfServer("demo");
    assert.deepEqual(methodsOf(history), ["a"]);
  });

  it("stores masks unchanged", async () => {
    const { history, load, contents } = await start();
    const masked = `{"token":${secretMaskJson}}`;
    const { id } = await history.add(call("a", { params: masked }), masked);
    const again = await load();
    assert.equal(again.get(id)?.params, masked);
    assert.equal(await again.responseOf(id), masked);
    assert.ok([...contents.values()].every(holdsMask));
  });

  it("stores no response above the limit in bytes", async () => {
    const { history, contents } = await start();
    const ofBytes = (bytes: number) => `"${"é".repeat((bytes - 2) / 2)}"`;
    const fits = await history.add(call("a"), ofBytes(maxResponseBytes));
    const large = await history.add(call("b"), ofBytes(maxResponseBytes + 2));
    assert.deepEqual([fits.kept, large.kept], [true, false]);
    assert.equal(await history.responseOf(large.id), undefined);
    assert.equal(contents.size, 3);
  });

  it("marks a call whose parameters are too long to store", async () => {
    const { history, load } = await start();
    await history.add(call("a", { params: "1".repeat(maxParamsLength + 1) }), undefined);
    await history.add(call("b", { params: "1".repeat(maxParamsLength) }), undefined);
    const [b, a] = (await load()).calls;
    assert.deepEqual([a?.params, a?.paramsForgotten], [undefined, true]);
    assert.deepEqual([b?.params?.length, b?.paramsForgotten], [maxParamsLength, undefined]);
  });

  it("deletes the oldest call with its response above the maximum", async () => {
    const { history, names, load } = await start();
    const first = await history.add(call("first"), "1");
    for (let count = 0; count < maxCalls; count++) await history.add(call("later"), "2");
    assert.equal(history.calls.length, maxCalls);
    assert.equal(history.get(first.id), undefined);
    assert.equal(names().length, 2 * maxCalls);
    assert.ok(names().every((name) => !name.includes(first.id)));
    assert.equal((await load()).calls.length, maxCalls);
  });

  it("deletes the files of deleted and cleared calls", async () => {
    const { history, names, load } = await start();
    const [a, b, c] = await addAll(history, ["a", "b", "c"]);
    assert.ok(a && b && c);
    await history.delete([a.id, c.id]);
    assert.deepEqual(methodsOf(await load()), ["b"]);
    assert.deepEqual(names(), [`call-${b.id}.json`, `response-${b.id}.json`]);
    await history.clear();
    assert.deepEqual(names(), []);
  });

  it("clears its own unreadable files too, and no other files", async () => {
    const ours = ["call-0000000000000001-x.json", "response-0000000000000001-x.json"];
    const former = ["calls.json", "answer-x.json"];
    const initial = Object.fromEntries(
      [...ours, ...former, "other.json"].map((name) => [name, "{"]),
    );
    const { history, names } = await start(initial);
    await history.clear();
    assert.deepEqual(names(), ["other.json"]);
  });
});

describe("CallHistory writing", () => {
  it("leaves no file of a call that was deleted during its write", async () => {
    const { history, hold, names } = await start();
    const release = hold();
    const adding = history.add(call("a"), "1");
    const clearing = history.clear();
    release();
    await Promise.all([adding, clearing]);
    assert.deepEqual(names(), []);
  });

  it("keeps calls in memory if writes fail, and retries them with the next call", async () => {
    const { history, failing, warnings, load } = await start();
    failing.add("call").add("response");
    const a = await history.add(call("a"), "1");
    assert.equal(await history.responseOf(a.id), "1");
    await history.refresh();
    assert.deepEqual(methodsOf(history), ["a"]);
    assert.equal(warnings.length, 1);
    failing.clear();
    await history.add(call("b"), undefined);
    const again = await load();
    assert.deepEqual(methodsOf(again), ["b", "a"]);
    assert.equal(await again.responseOf(a.id), "1");
  });

  it("keeps a response in memory if only its write fails", async () => {
    const { history, failing, load } = await start();
    failing.add("response");
    const { id } = await history.add(call("a"), "1");
    assert.equal(await history.responseOf(id), "1");
    assert.deepEqual(methodsOf(await load()), ["a"]);
    failing.clear();
    await history.refresh();
    assert.equal(await (await load()).responseOf(id), "1");
  });

  it("hides a deleted call whose file cannot be deleted, and retries with the next change", async () => {
    const { history, failing, warnings, names } = await start();
    const [a] = await addAll(history, ["a"]);
    assert.ok(a);
    failing.add("response");
    await history.delete([a.id]);
    await history.refresh();
    assert.deepEqual(methodsOf(history), []);
    assert.equal(warnings.length, 1);
    failing.clear();
    await history.refresh();
    assert.deepEqual(names(), []);
  });

  it("logs a failure again only after it has worked in between", async () => {
    const { history, failing, warnings } = await start();
    for (const isFailing of [true, true, false, true]) {
      failing.clear();
      if (isFailing) failing.add("call");
      await history.add(call("a"), undefined);
    }
    assert.deepEqual(warnings, Array(2).fill("The call history cannot be written"));
  });
});

describe("CallHistory reading", () => {
  const file = (name: string) => `call-000000000000000${name}.json`;
  const good = buildPastCall();
  const bad: readonly unknown[] = [
    ...[null, "x", 7, [], {}],
    { ...good, outcome: "refused" },
    { ...good, transport: "pigeon" },
    { ...good, sentAt: 1e300 },
    { ...good, sentAt: "now" },
    { ...good, kept: undefined },
    { ...good, params: { x: 1 } },
  ];

  it("skips and keeps files that are not calls, and logs it once", async () => {
    const texts = ["", "{", "\u0000", ...bad.map((value) => JSON.stringify(value))];
    const broken = Object.fromEntries(texts.map((text, index) => [file(`1-bad${index}`), text]));
    const initial = { ...broken, [file("2-good")]: JSON.stringify(good) };
    const { history, warnings, contents } = await start(initial);
    await addAll(history, ["a"]);
    await history.refresh();
    assert.deepEqual(
      history.calls.map(({ method }) => method),
      ["a", good.method],
    );
    for (const [name, text] of Object.entries(initial)) assert.equal(contents.get(name), text);
    assert.deepEqual(warnings, [`${texts.length} files of the call history cannot be read`]);
  });

  it("keeps unreadable files when it deletes the oldest calls", async () => {
    const { history, names } = await start({ [file("1-bad")]: "{" });
    for (let count = 0; count <= maxCalls; count++) await history.add(call("a"), undefined);
    assert.equal(names().length, maxCalls + 1);
    assert.ok(names().includes(file("1-bad")));
  });

  it("ignores files with other names", async () => {
    const names = ["call-x.json", "call-1-../../x.json", "call-9999999999999999-x.json", "x.json"];
    const text = JSON.stringify(good);
    const { history, warnings } = await start(
      Object.fromEntries(names.map((name) => [name, text])),
    );
    assert.deepEqual(history.calls, []);
    assert.deepEqual(warnings, []);
  });

  it("keeps its calls and logs a warning if the folder cannot be read", async () => {
    const { history, load, failing, warnings, names } = await start();
    await addAll(history, ["a"]);
    const before = names();
    failing.add("names");
    await history.refresh();
    assert.deepEqual(methodsOf(history), ["a"]);
    assert.deepEqual((await load()).calls, []);
    assert.deepEqual(names(), before);
    assert.equal(warnings.length, 2);
  });

  it("has no response if its file is missing or unreadable", async () => {
    const { history, failing, contents, warnings } = await start();
    const [a] = await addAll(history, ["a"]);
    assert.ok(a);
    failing.add("response");
    assert.equal(await history.responseOf(a.id), undefined);
    assert.equal(warnings.length, 1);
    failing.clear();
    contents.delete(`response-${a.id}.json`);
    assert.equal(await history.responseOf(a.id), undefined);
    assert.equal(warnings.length, 1);
    assert.equal(await history.responseOf("unknown"), undefined);
  });
});
