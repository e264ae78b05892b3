import assert from "node:assert/strict";
import { ReceivedResult, type SentCall } from "../../../../src/features/call/sentCall";
import { callKey } from "../../../../src/features/common/callTarget";
import { type ResponseRecord } from "../../../../src/features/call/panelCalls";
import { maskResult } from "../../../../src/komari/redact/maskSecrets";
import { type CallResult } from "../../../../src/shared/call/callApi";
import { WriteError } from "../../../../src/util/writeError";
import { silentLogger } from "../../../../src/util/logger";
import { settle } from "../../../builders/settle";

const target = { serverId: "https://a.example", method: "admin:getClientToken" };

import { createCallPanelHarness, sentCall, call, responsesIn } from "./panelHarness";

describe("CallPanel", () => {
  it("sends the setup, with the key that the host restores it from, once the page listens", () => {
    const { receive, sentMessages, posted, setOthers } = createCallPanelHarness();
    setOthers(true);
    assert.deepEqual(posted, []);
    receive("ready");
    const [setup] = sentMessages("setup") as readonly { readonly key: string }[];
    assert.equal(setup?.key, callKey(target));
  });

  it("sends the setup again only when it has changed", () => {
    const { receive, sentMessages, setOthers } = createCallPanelHarness();
    receive("ready");
    setOthers(false);
    assert.equal(sentMessages("setup").length, 1);
    setOthers(true);
    assert.equal(sentMessages("setup").length, 2);
  });

  it("sends the names of nodes and tasks when the page listens, and after a call if they changed", async () => {
    const nodes: [string, string][] = [["u-1", "web-01"]];
    const namesOf = () => ({ nodes: [...nodes], tasks: [] });
    const { receive, sentMessages, sending, setOthers } = createCallPanelHarness({ namesOf });
    receive("ready");
    setOthers(true);
    assert.deepEqual(sentMessages("names"), [{ nodes: [["u-1", "web-01"]], tasks: [] }]);
    nodes.push(["u-2", "web-02"]);
    receive("send", call(1));
    sending[0]?.end("[]");
    await settle();
    assert.equal(sentMessages("names").length, 2);
  });

  it("names its tab again when an input of the setup has changed", () => {
    const { titles, setOthers } = createCallPanelHarness();
    setOthers(true);
    assert.deepEqual(titles, [target.method]);
  });

  it("holds parameters until the page listens, and sends them once", () => {
    const { panel, receive, sentMessages } = createCallPanelHarness();
    panel.fill('{"uuid":"a"}', false);
    assert.deepEqual(sentMessages("fill"), []);
    receive("ready");
    receive("ready");
    assert.deepEqual(sentMessages("fill"), [{ params: '{"uuid":"a"}', send: false }]);
  });

  it("runs calls concurrently, and sends each response with the id of its call", async () => {
    const { receive, sentMessages, sending } = createCallPanelHarness();
    receive("ready");
    receive("send", call(1, '{"uuid":"a"}'));
    receive("send", call(2));
    assert.deepEqual(
      sending.map(({ target: { params } }) => params),
      ['{"uuid":"a"}', undefined],
    );
    sending[1]?.end('"second"');
    await settle();
    sending[0]?.end('"first"');
    await settle();
    assert.deepEqual(
      responsesIn(sentMessages("response")).map(({ id }) => id),
      [2, 1],
    );
  });

  it("keeps the response of the latest call, whichever response arrived last", async () => {
    const { receive, sending, acted } = createCallPanelHarness();
    receive("ready");
    receive("send", call(1));
    receive("send", call(2));
    sending[1]?.end('"second"');
    await settle();
    sending[0]?.end('"first"');
    await settle();
    receive("responseAction", "copy", 90);
    assert.equal(await acted[0]?.shown.json(), '"second"');
  });

  it("remembers the previous response for comparison", async () => {
    const { receive, sending, acted } = createCallPanelHarness();
    receive("ready");
    for (const [index, json] of ['"old"', '"new"'].entries()) {
      receive("send", call(index + 1));
      sending[index]?.end(json);
      await settle();
    }
    receive("responseAction", "compareWithPrevious", 90);
    assert.equal(await acted[0]?.previous?.json(), '"old"');
  });

  it("treats a call that the host started as unattended, once", () => {
    const { panel, receive, sending } = createCallPanelHarness();
    panel.fill(undefined, true);
    receive("ready");
    receive("send", call(1));
    receive("send", call(2));
    assert.deepEqual(
      sending.map(({ options }) => options.attended),
      [false, true],
    );
  });

  it("stays unattended when it is filled again before the call is sent", () => {
    const { panel, receive, sending } = createCallPanelHarness();
    receive("ready");
    panel.fill('{"a":1}', true);
    panel.fill('{"b":1}', false);
    receive("send", call(1));
    assert.equal(sending[0]?.options.attended, false);
  });

  for (const [why, knobs] of [
    ["no server was selected", { actions: { pickServers: () => Promise.resolve([]) } }],
    ["the user declined", { sendToServers: () => Promise.resolve({ kind: "refused" as const }) }],
  ] as const) {
    it(`sends the page that nothing was sent to several servers if ${why}`, async () => {
      const { receive, sentMessages } = createCallPanelHarness(knobs);
      receive("ready");
      receive("sendToServers", call(1));
      await settle();
      const responses = responsesIn(sentMessages("response"));
      assert.deepEqual(
        responses.map(({ id, outcome }) => [id, outcome]),
        [[1, { kind: "refused" }]],
      );
    });
  }

  const alpha = { server: "Alpha", state: "ok", json: "1" } as const;
  const beta = { server: "Beta", state: "error", text: "Beta is private." } as const;

  it("sends the result of each of several servers once", async () => {
    const { receive, sentMessages } = createCallPanelHarness({
      sendToServers: (_target, _servers, _options, { onStart, onRow }) => {
        onStart(["Alpha", "Beta"]);
        onRow(1, beta);
        onRow(0, alpha);
        return Promise.resolve(undefined);
      },
    });
    receive("ready");
    await settle();
    receive("sendToServers", call(1));
    await settle();
    assert.deepEqual(sentMessages("serversStarted"), [{ id: 1, servers: ["Alpha", "Beta"] }]);
    assert.deepEqual(sentMessages("serverRow"), [
      { id: 1, index: 1, row: beta },
      { id: 1, index: 0, row: alpha },
    ]);
  });

  it("sends the results of several servers to a reloaded page, unless a newer call was sent", async () => {
    const { hidePage, receive, sentMessages, sending } = createCallPanelHarness({
      sendToServers: (_target, _servers, _options, { onStart, onRow }) => {
        onStart(["Alpha", "Beta"]);
        onRow(0, alpha);
        return Promise.resolve(undefined);
      },
    });
    receive("ready");
    await settle();
    receive("sendToServers", call(1));
    hidePage();
    receive("ready");
    await settle();
    const started = { id: 1, servers: ["Alpha", "Beta"] };
    const row = { id: 1, index: 0, row: alpha };
    assert.deepEqual(sentMessages("serversStarted"), [started, started]);
    assert.deepEqual(sentMessages("serverRow"), [row, row]);
    receive("send", call(2));
    sending[0]?.end("1");
    await settle();
    receive("ready");
    await settle();
    assert.equal(sentMessages("serversStarted").length, 2);
  });

  it("cancels the call with the given id", () => {
    const { receive, sending } = createCallPanelHarness();
    receive("ready");
    receive("send", call(1));
    receive("send", call(2));
    receive("cancel", 1);
    assert.deepEqual(
      sending.map(({ options }) => options.signal.aborted),
      [true, false],
    );
  });

  it("passes secrets to the page and to actions only while they are revealed", async () => {
    const { receive, sentMessages, posted, sending, acted } = createCallPanelHarness();
    receive("ready");
    receive("send", call(1));
    sending[0]?.end('{"token":"s3cret"}');
    await settle();
    receive("responseAction", "copy", 90);
    assert.ok(!(await acted[0]?.shown.json())?.includes("s3cret"));
    assert.ok(!JSON.stringify(sentMessages("response")).includes("s3cret"));
    receive("reveal", true, 7);
    await settle();
    const revealed = posted.find(({ id }) => id === 7)?.result as CallResult;
    assert.equal(revealed.json, '{"token":"s3cret"}');
    assert.equal(await acted[0]?.shown.json(), '{"token":"s3cret"}');
    // A reloaded page.
    receive("ready");
    await settle();
    assert.ok(!JSON.stringify(sentMessages("response")).includes("s3cret"));
    assert.ok(!(await acted[0]?.shown.json())?.includes("s3cret"));
  });

  it("shows the last response of the history first, and the newer one to a reloaded page", async () => {
    const response = { sentAt: 1, tookMs: 2, transport: undefined } as const;
    const past: ResponseRecord = {
      message: { ...response, id: undefined, outcome: { kind: "cancelled" } },
      source: undefined,
    };
    const panel = createCallPanelHarness({ lastResponse: () => Promise.resolve(past) });
    panel.receive("ready");
    await settle();
    assert.equal(responsesIn(panel.sentMessages("response"))[0]?.id, undefined);
    panel.receive("send", call(1));
    panel.sending[0]?.end("1");
    await settle();
    panel.hidePage();
    panel.receive("ready");
    await settle();
    assert.equal(responsesIn(panel.sentMessages("response")).at(-1)?.id, 1);
  });

  it("logs that the history cannot be read", async () => {
    const logged: string[] = [];
    const { receive } = createCallPanelHarness({
      lastResponse: () => Promise.reject(new Error("disk full")),
      logger: { ...silentLogger, error: (message) => logged.push(message) },
    });
    receive("ready");
    await settle();
    assert.equal(logged.length, 1);
  });

  it("sends the ids of pending calls to a reloaded page", () => {
    const { hidePage, receive, sentMessages, sending } = createCallPanelHarness();
    receive("ready");
    receive("send", call(3));
    sending[0]?.options.onSent?.();
    hidePage();
    receive("ready");
    assert.deepEqual(sentMessages("sent"), [{ id: 3 }, { id: 3 }]);
  });

  it("acts with the URL of HTTPS that the error shown came with", async () => {
    const httpsUrl = "https://home.example";
    const urls: (string | undefined)[] = [];
    const outcome = { kind: "error", text: "", actions: ["useHttps"], httpsUrl } as const;
    const failed: SentCall = { ...sentCall(target, ""), outcome };
    const { receive } = createCallPanelHarness({
      sender: { send: () => Promise.resolve(failed) },
      actions: {
        act: (_action, _serverId, url) => Promise.resolve(void urls.push(url)),
      },
    });
    receive("ready");
    receive("act", "useHttps", 90);
    receive("send", call(1));
    await settle();
    receive("act", "useHttps", 90);
    assert.deepEqual(urls, [undefined, httpsUrl]);
  });

  for (const [action, method, params] of [
    ["actOnResponse", "responseAction", "copy"],
    ["copySnippet", "copySnippet", { format: "curl" }],
    ["copyText", "copyText", "a"],
    ["saveRequest", "saveRequest", {}],
    ["act", "act", "signIn"],
    ["pick", "pick", { param: "a", picker: "node", many: false, current: [] }],
  ] as const) {
    it(`sends the page why ${method} failed`, async () => {
      const fail = () => Promise.reject(new WriteError("file", new Error("disk full")));
      const { receive, posted, sending } = createCallPanelHarness({ actions: { [action]: fail } });
      receive("ready");
      receive("send", call(1));
      sending[0]?.end("1");
      await settle();
      receive(method, params, 8);
      await settle();
      const message = "The file could not be saved: disk full";
      assert.deepEqual(posted.at(-1), { id: 8, ok: false, message });
    });
  }

  it("ignores invalid messages", () => {
    const { receive, sending, acted } = createCallPanelHarness();
    receive("ready");
    receive("send", { id: "1", params: 5 });
    receive("responseAction", "deleteEverything", 90);
    assert.deepEqual([sending, acted], [[], []]);
  });

  it("sends an error for a call whose sending throws, which is then no longer pending", async () => {
    const { hidePage, receive, sentMessages } = createCallPanelHarness({
      sender: { send: () => Promise.reject(new Error("a question could not be shown")) },
    });
    receive("ready");
    receive("send", call(1));
    await settle();
    const [response] = responsesIn(sentMessages("response"));
    assert.equal(response?.id, 1);
    assert.ok(response.outcome.kind === "error");
    assert.equal(response.outcome.fate, "notSent");
    hidePage();
    receive("ready");
    assert.deepEqual(sentMessages("sent"), []);
  });

  it("sends an error when several servers cannot be called, and no longer counts it as pending", async () => {
    const { hidePage, receive, sentMessages } = createCallPanelHarness({
      actions: {
        pickServers: () => Promise.reject(new Error("the list of servers could not be shown")),
      },
    });
    receive("ready");
    receive("sendToServers", call(1));
    await settle();
    assert.equal(responsesIn(sentMessages("response"))[0]?.outcome.kind, "error");
    hidePage();
    receive("ready");
    assert.deepEqual(sentMessages("sent"), []);
  });

  it("sends an error when the response cannot be masked, and masks again at the next use", async () => {
    let fails = true;
    const mask = (method: string, raw: Buffer) =>
      fails ? Promise.reject(new Error("no code for it")) : maskResult(method, raw);
    const result = new ReceivedResult(target.method, Buffer.from("1"), mask);
    const sent: SentCall = { ...sentCall(target, "1"), outcome: { kind: "ok", result } };
    const { receive, sentMessages } = createCallPanelHarness({
      sender: {
        send: (_target, { onSent }) => {
          onSent?.();
          return Promise.resolve(sent);
        },
      },
    });
    receive("ready");
    receive("send", call(1));
    await settle();
    const [failed] = responsesIn(sentMessages("response"));
    assert.ok(failed?.outcome.kind === "error");
    assert.equal(failed.outcome.fate, "unknown");
    fails = false;
    assert.equal(await result.text(false), "1");
  });

  it("cancels its calls when it is disposed", () => {
    const { panel, receive, sending } = createCallPanelHarness();
    receive("ready");
    receive("send", call(1));
    panel.dispose();
    assert.equal(sending[0]?.options.signal.aborted, true);
  });
});
