import assert from "node:assert/strict";
import { Slots } from "../../../src/util/slots";
import { settle } from "../../builders/settle";

function setUp(count: number) {
  const slots = new Slots(count);
  const started: string[] = [];
  const ends = new Map<string, (failure?: Error) => void>();
  const start = (name: string, signal?: AbortSignal): Promise<string> =>
    slots.run(() => {
      started.push(name);
      return new Promise<string>((resolve, reject) => {
        ends.set(name, (failure) => (failure === undefined ? resolve(name) : reject(failure)));
      });
    }, signal);
  const end = async (name: string, failure?: Error): Promise<void> => {
    ends.get(name)?.(failure);
    await settle();
  };
  return { started, start, end };
}

describe("Slots", () => {
  it("runs as many tasks as there are slots, the others in order", async () => {
    const { started, start, end } = setUp(2);
    const tasks = ["a", "b", "c", "d"].map((name) => start(name));
    await settle();
    assert.deepEqual(started, ["a", "b"]);
    await end("b");
    assert.deepEqual(started, ["a", "b", "c"]);
    await end("a");
    await end("c");
    await end("d");
    assert.deepEqual(await Promise.all(tasks), ["a", "b", "c", "d"]);
  });

  it("frees the slot of a task that fails", async () => {
    const { started, start, end } = setUp(1);
    const failing = start("a");
    void start("b");
    await settle();
    await Promise.all([assert.rejects(failing, /no/), end("a", new Error("no"))]);
    assert.deepEqual(started, ["a", "b"]);
  });

  it("starts an aborted task without a slot, and keeps the order of the others", async () => {
    const { started, start, end } = setUp(1);
    const controller = new AbortController();
    void start("a");
    const aborted = start("b", controller.signal);
    void start("c");
    await settle();
    controller.abort();
    await settle();
    assert.deepEqual(started, ["a", "b"]);
    await end("b");
    assert.equal(await aborted, "b");
    assert.deepEqual(started, ["a", "b"], "its end frees no slot");
    await end("a");
    assert.deepEqual(started, ["a", "b", "c"]);
    void start("d", controller.signal);
    await settle();
    assert.deepEqual(started, ["a", "b", "c", "d"], "aborted before it came");
  });
});
