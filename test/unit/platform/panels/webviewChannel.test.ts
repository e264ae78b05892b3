import assert from "node:assert/strict";
import { WebviewChannel } from "../../../../src/platform/panels/webviewChannel";
import { command, notification, request } from "../../../../src/shared/ipc";
import { Emitter } from "../../../../src/util/emitter";
import { type Logger, silentLogger } from "../../../../src/util/logger";
import { settle } from "../../../builders/settle";

const api = {
  greet: command<string>("greet"),
  double: request<number, number>("double"),
  reported: notification<string>("reported"),
} as const;

function harness(knobs: { readonly post?: (message: unknown) => PromiseLike<boolean> } = {}) {
  const messages = new Emitter<unknown>();
  const posted: unknown[] = [];
  const greeted: string[] = [];
  const logged: string[] = [];
  const log = (message: string) => void logged.push(message);
  const logger: Logger = { ...silentLogger, warn: log, error: log, debug: log };
  const post = (message: unknown): PromiseLike<boolean> => {
    posted.push(message);
    return Promise.resolve(true);
  };
  const channel = new WebviewChannel<typeof api>(
    { postMessage: knobs.post ?? post, onDidReceiveMessage: messages.event },
    {
      api,
      handlers: {
        greet: (name) => {
          if (name === "") throw new Error("nobody");
          greeted.push(name);
        },
        double: (value) => {
          if (value < 0) throw new RangeError("below 0");
          return value > 9 ? Promise.reject(new Error("too much")) : Promise.resolve(value * 2);
        },
      },
      failureText: () => "It failed.",
      logger,
    },
  );
  const receive = async (message: unknown) => {
    messages.fire(message);
    await settle();
  };
  return { channel, posted, greeted, logged, receive };
}

describe("WebviewChannel", () => {
  it("runs commands and responds to none", async () => {
    const { greeted, posted, receive } = harness();
    await receive({ method: "greet", params: "Ada" });
    assert.deepEqual([greeted, posted], [["Ada"], []]);
  });

  it("responds to requests with their results, by their ids", async () => {
    const { posted, receive } = harness();
    await receive({ method: "double", params: 4, id: 7 });
    assert.deepEqual(posted, [{ id: 7, ok: true, result: 8 }]);
  });

  for (const [how, params] of [
    ["rejects", 10],
    ["throws", -1],
  ] as const) {
    it(`responds with a sentence when a handler ${how}`, async () => {
      const { posted, logged, receive } = harness();
      await receive({ method: "double", params, id: 1 });
      assert.deepEqual(posted, [{ id: 1, ok: false, message: "It failed." }]);
      assert.equal(logged.length, 1);
    });
  }

  it("responds to unknown requests with a failure", async () => {
    const { posted, logged, receive } = harness();
    await receive({ method: "constructor", id: 3 });
    assert.deepEqual(posted, [{ id: 3, ok: false, message: "It failed." }]);
    assert.equal(logged.length, 1);
  });

  it("ignores and logs invalid messages", async () => {
    const { posted, greeted, logged, receive } = harness();
    const strange = [
      ...[undefined, null, "greet", 7, {}, { method: 7 }, { method: "reported", params: "x" }],
      ...[{ method: "unknown" }, { method: "toString" }, { method: "greet", params: "x", id: "1" }],
    ];
    for (const message of strange) await receive(message);
    assert.deepEqual([posted, greeted], [[], []]);
    assert.equal(logged.length, strange.length);
  });

  it("logs what a page could not handle", async () => {
    const { logged, posted, receive } = harness();
    await receive({ method: "failed", params: { method: "reported", message: "no canvas" } });
    await receive({ method: "failed", params: 7 });
    assert.deepEqual([logged, posted], [["A webview failed: reported", "A webview failed: "], []]);
  });

  it("survives a command whose handler throws", async () => {
    const { greeted, logged, receive } = harness();
    await receive({ method: "greet", params: "" });
    await receive({ method: "greet", params: "Bob" });
    assert.deepEqual(greeted, ["Bob"]);
    assert.equal(logged.length, 1);
  });

  it("posts notifications to the webview", () => {
    const { channel, posted } = harness();
    channel.notify("reported", "value");
    assert.deepEqual(posted, [{ method: "reported", params: "value" }]);
  });

  for (const [how, post] of [
    ["throws", () => assert.fail("Webview is disposed")],
    ["rejects", () => Promise.reject(new Error("gone"))],
  ] as const) {
    it(`does not mind a webview that ${how}, for it is gone`, async () => {
      const { channel, receive } = harness({ post });
      channel.notify("reported", "value");
      await receive({ method: "double", params: 1, id: 1 });
    });
  }

  it("neither receives nor posts messages after it is disposed, not even a pending response", async () => {
    const { channel, posted, greeted, receive } = harness();
    const requested = receive({ method: "double", params: 1, id: 1 });
    channel.dispose();
    await requested;
    channel.notify("reported", "value");
    await receive({ method: "greet", params: "Ada" });
    assert.deepEqual([posted, greeted], [[], []]);
  });
});
