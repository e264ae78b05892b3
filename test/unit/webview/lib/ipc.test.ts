import assert from "node:assert/strict";
import { command, notification, type OutgoingMessage, request } from "../../../../src/shared/ipc";
import { settle } from "../../../builders/settle";
import { openChannel } from "../../../../webview/lib/ipc";

const api = {
  begin: command("begin"),
  choose: command<{ readonly id: number }>("choose"),
  save: request<string, boolean>("save"),
  notified: notification<string>("host/notified"),
} as const;

function channel() {
  const notified: string[] = [];
  const posted: OutgoingMessage[] = [];
  let receive: (message: unknown) => void = () => undefined;
  const host = openChannel(
    api,
    { notified: (text) => notified.push(text) },
    (message) => posted.push(message),
    (onMessage) => (receive = onMessage),
  );
  return { host, notified, posted, receive: (message: unknown) => receive(message) };
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

  it("calls the handler of a notification's method", () => {
    const { notified, receive } = channel();
    receive({ method: "host/notified", params: "first" });
    receive({ method: "host/notified", params: "second" });
    assert.deepEqual(notified, ["first", "second"]);
  });

  it("settles each request with the response to its id, in any order", async () => {
    const { host, posted, receive } = channel();
    const answers = [host.request("save", "a"), host.request("save", "b")];
    const [first, second] = posted;
    assert.deepEqual([first?.params, second?.params], ["a", "b"]);
    receive({ id: second?.id, ok: true, result: false });
    receive({ id: first?.id, ok: true, result: true });
    assert.deepEqual(await Promise.all(answers), [true, false]);
  });

  for (const [how, fail] of [
    [
      "throws",
      () => {
        throw new Error("no canvas");
      },
    ],
    ["rejects", () => Promise.reject(new Error("no canvas"))],
  ] as const) {
    it(`reports to the host that a handler ${how}`, async () => {
      const posted: OutgoingMessage[] = [];
      let receive: (message: unknown) => void = () => undefined;
      const reported: unknown[] = [];
      const { reportError } = globalThis;
      globalThis.reportError = (error) => reported.push(error);
      try {
        openChannel(
          api,
          { notified: fail },
          (message) => posted.push(message),
          (onMessage) => (receive = onMessage),
        );
        receive({ method: "host/notified", params: "a" });
        await settle();
      } finally {
        globalThis.reportError = reportError;
      }
      const params = { method: "host/notified", message: "no canvas" };
      assert.deepEqual(posted, [{ method: "failed", params }]);
      assert.equal(reported.length, 1);
    });
  }

  it("rejects with the host's message", async () => {
    const { host, posted, receive } = channel();
    const answer = host.request("save", "a");
    receive({ id: posted[0]?.id, ok: false, message: "The disk is full." });
    await assert.rejects(answer, { message: "The disk is full." });
  });

  const strange: readonly unknown[] = [
    ...[undefined, null, 7, "notified", [], {}],
    ...[{ method: 7 }, { method: "unknown", params: "x" }, { method: "begin" }],
    ...[{ id: 99, ok: true, result: 1 }, { id: "1", ok: true }, { id: 1 }],
  ];
  for (const message of strange) {
    it(`ignores ${JSON.stringify(message)}`, async () => {
      const { host, notified, posted, receive } = channel();
      const answer = host.request("save", "a");
      assert.doesNotThrow(() => receive(message));
      assert.deepEqual(notified, []);
      receive({ id: posted[0]?.id, ok: true, result: true });
      assert.equal(await answer, true);
    });
  }
});
