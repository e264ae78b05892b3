import assert from "node:assert/strict";
import { command, notification, type OutgoingMessage, request } from "../../../../src/shared/ipc";
import { openChannel } from "../../../../webview/lib/ipc";

const api = {
  begin: command("begin"),
  choose: command<{ readonly id: number }>("choose"),
  save: request<string, boolean>("save"),
  told: notification<string>("host/told"),
} as const;

function channel() {
  const told: string[] = [];
  const posted: OutgoingMessage[] = [];
  let hear: (message: unknown) => void = () => undefined;
  const host = openChannel(
    api,
    { told: (text) => told.push(text) },
    (message) => posted.push(message),
    (onMessage) => (hear = onMessage),
  );
  return { host, told, posted, hear: (message: unknown) => hear(message) };
}

describe("webview ipc", () => {
  it("sends commands by their method, with and without parameters", () => {
    const { host, posted } = channel();
    host.send("begin");
    host.send("choose", { id: 7 });
    assert.deepEqual(posted, [
      { method: "begin", params: undefined },
      { method: "choose", params: { id: 7 } },
    ]);
  });

  it("gives notifications to the handler of their method", () => {
    const { told, hear } = channel();
    hear({ method: "host/told", params: "first" });
    hear({ method: "host/told", params: "second" });
    assert.deepEqual(told, ["first", "second"]);
  });

  it("settles each request with the answer to its id, in whatever order they come", async () => {
    const { host, posted, hear } = channel();
    const answers = [host.request("save", "a"), host.request("save", "b")];
    const [first, second] = posted;
    assert.deepEqual([first?.params, second?.params], ["a", "b"]);
    hear({ id: second?.id, ok: true, result: false });
    hear({ id: first?.id, ok: true, result: true });
    assert.deepEqual(await Promise.all(answers), [true, false]);
  });

  it("rejects with the host's sentence", async () => {
    const { host, posted, hear } = channel();
    const answer = host.request("save", "a");
    hear({ id: posted[0]?.id, ok: false, message: "The disk is full." });
    await assert.rejects(answer, { message: "The disk is full." });
  });

  const strange: readonly unknown[] = [
    ...[undefined, null, 7, "told", [], {}],
    ...[{ method: 7 }, { method: "unknown", params: "x" }, { method: "begin" }],
    ...[{ id: 99, ok: true, result: 1 }, { id: "1", ok: true }, { id: 1 }],
  ];
  for (const message of strange) {
    it(`passes over ${JSON.stringify(message)}`, async () => {
      const { host, told, posted, hear } = channel();
      const answer = host.request("save", "a");
      assert.doesNotThrow(() => hear(message));
      assert.deepEqual(told, []);
      hear({ id: posted[0]?.id, ok: true, result: true });
      assert.equal(await answer, true);
    });
  }
});
