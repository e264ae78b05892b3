import assert from "node:assert/strict";
import { type CallHistory } from "../../../../../src/features/requests/store/callHistory";
import { type Logger, silentLogger } from "../../../../../src/util/logger";
import { loadHistory } from "../../../../builders/callHistory";
import { memoryFiles } from "../../../../builders/memoryFiles";
import { buildPastCall } from "../../../../builders/pastCall";

const maxCalls = 200;

const methodsOf = ({ calls }: CallHistory) => calls.map(({ method }) => method);
const add = (history: CallHistory, method: string) =>
  history.add(buildPastCall({ method }), `"${method}"`);

async function twoWindows() {
  const storage = memoryFiles();
  const one = await loadHistory(storage.files);
  const other = await loadHistory(storage.files);
  return { ...storage, one, other };
}

describe("CallHistory, shared by two windows", () => {
  it("keeps the calls of both windows, also after a reload", async () => {
    const { files, one, other } = await twoWindows();
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        Promise.all([add(one, `one${index}`), add(other, `other${index}`)]),
      ),
    );
    const again = await loadHistory(files);
    await Promise.all([one.refresh(), other.refresh()]);
    assert.equal(again.calls.length, 40);
    assert.deepEqual(again.calls, one.calls);
    assert.deepEqual(again.calls, other.calls);
    for (const { id, method } of again.calls) {
      assert.equal(await again.responseOf(id), `"${method}"`);
    }
  });

  it("has the other window's calls after a refresh, and fires one change", async () => {
    const { one, other } = await twoWindows();
    let changes = 0;
    other.onDidChange(() => (changes += 1));
    await add(one, "a");
    await add(one, "b");
    assert.deepEqual(methodsOf(other), []);
    await other.refresh();
    assert.deepEqual(methodsOf(other), ["b", "a"]);
    await other.refresh();
    assert.equal(changes, 1);
  });

  it("removes calls that the other window deleted or cleared, for good", async () => {
    const { files, one, other } = await twoWindows();
    const { id } = await add(one, "a");
    await add(one, "b");
    await other.refresh();
    await other.delete([id]);
    await add(one, "c");
    assert.deepEqual(methodsOf(one), ["c", "b"]);
    await other.clear();
    await one.refresh();
    assert.deepEqual(methodsOf(one), []);
    assert.deepEqual(await files.names(), []);
  });

  it("keeps the newest calls of both windows, whichever deletes the oldest", async () => {
    const { files, one, other } = await twoWindows();
    for (let index = 0; index < maxCalls / 2 + 5; index++) {
      await Promise.all([add(one, `one${index}`), add(other, `other${index}`)]);
    }
    await Promise.all([one.refresh(), other.refresh()]);
    assert.equal(one.calls.length, maxCalls);
    assert.deepEqual(one.calls, other.calls);
    assert.equal((await files.names()).length, 2 * maxCalls);
    const [newest, second] = methodsOf(one);
    assert.deepEqual(
      [newest, second].map((method) => method?.replace(/\D/g, "")),
      ["104", "104"],
    );
  });
});

describe("CallHistory, migration from a version with one index of all calls", () => {
  const calls = ["new", "old"].map((id, index) =>
    buildPastCall({ id, method: id, sentAt: 2_000 - index, kept: id === "new" }),
  );
  const former = { "calls.json": JSON.stringify(calls), "answer-new.json": '"kept"' };

  const checkWhole = async (history: CallHistory) => {
    assert.deepEqual(methodsOf(history), ["new", "old"]);
    const [first] = history.calls;
    assert.equal(await history.responseOf(first?.id ?? ""), '"kept"');
  };

  it("migrates calls and responses once", async () => {
    const { files, contents } = memoryFiles(former);
    const history = await loadHistory(files);
    await checkWhole(history);
    assert.deepEqual([...contents.keys()].map((name) => name.split("-")[0]).sort(), [
      "call",
      "call",
      "response",
    ]);
    await history.delete(history.calls.map(({ id }) => id));
    assert.deepEqual((await loadHistory(files)).calls, []);
  });

  it("migrates in two windows at the same time", async () => {
    const { files, contents } = memoryFiles(former);
    const both = await Promise.all([loadHistory(files), loadHistory(files)]);
    for (const history of [...both, await loadHistory(files)]) await checkWhole(history);
    assert.equal(contents.size, 3);
  });

  it("keeps the index if a write fails, and migrates the next time", async () => {
    for (const part of ["call-", "answer-", "response-"]) {
      const { files, failing, contents } = memoryFiles(former);
      failing.add(part);
      assert.deepEqual(methodsOf(await loadHistory(files)), ["new", "old"], part);
      assert.equal(contents.get("calls.json"), former["calls.json"]);
      failing.clear();
      await checkWhole(await loadHistory(files));
    }
  });

  it("deletes nothing if the index cannot be read, and logs it", async () => {
    const broken = ["", "{", "null", '{"calls":[]}', former["calls.json"].slice(0, -9)];
    for (const text of [...broken, undefined]) {
      const initial = { ...former, ...(text !== undefined && { "calls.json": text }) };
      const { files, failing, contents } = memoryFiles(initial);
      if (text === undefined) failing.add("calls.json");
      const warnings: string[] = [];
      const logger: Logger = { ...silentLogger, warn: (message) => warnings.push(message) };
      const history = await loadHistory(files, { logger });
      await history.refresh();
      assert.deepEqual(warnings, ["The former call history cannot be read"]);
      assert.deepEqual(Object.fromEntries(contents), initial);
    }
  });

  it("migrates valid calls and drops other entries", async () => {
    const bad = { ...calls[0], id: "../../etc/passwd" };
    const list = [null, bad, ...calls];
    const { files } = memoryFiles({ ...former, "calls.json": JSON.stringify(list) });
    await checkWhole(await loadHistory(files));
  });
});
