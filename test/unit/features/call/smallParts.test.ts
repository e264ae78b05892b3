import assert from "node:assert/strict";
import { callError } from "../../../../src/features/call/callError";
import { callKey, targetInState } from "../../../../src/features/common/callTarget";
import { chartTarget } from "../../../../src/features/call/chartTarget";
import { clearanceOf } from "../../../../src/features/call/clearance";
import { isCallRequest, isPickRequest } from "../../../../src/features/call/isCallRequest";
import { takesCode, withCode } from "../../../../src/features/call/callSender";
import { problemOf } from "../../../../src/komari/problem";
import { RpcRemoteError } from "../../../../src/rpc/errors";
import { risks } from "../../../../src/shared/call/methodSpec";
import { secretMask } from "../../../../src/shared/call/mask";
import { buildMethodSpec } from "../../../builders/methods";

describe("callKey", () => {
  it("is parsed from the state of a page, and from nothing else", () => {
    const target = { serverId: "https://a.example/komari", method: 'odd:"name"' };
    assert.deepEqual(targetInState({ key: callKey(target), draft: {} }), target);
    for (const state of [
      undefined,
      {},
      { key: 1 },
      { key: "[1,2]" },
      { key: '["a"]' },
      { key: "x" },
    ]) {
      assert.equal(targetInState(state), undefined);
    }
  });
});

describe("clearanceOf", () => {
  const context = {
    servers: ["Alpha", "Beta"],
    readOnly: [],
    attended: true,
    params: undefined,
  };
  const kinds = (attended: boolean) =>
    risks.map(
      (risk) =>
        clearanceOf(buildMethodSpec("common:getNodes", { risk }), { ...context, attended }).kind,
    );

  it("requires a confirmation of deletion and execution, and of unattended writes", () => {
    assert.deepEqual([...risks], ["read", "secrets", "write", "destructive", "execute"]);
    assert.deepEqual(kinds(true), ["send", "send", "send", "ask", "ask"]);
    assert.deepEqual(kinds(false), ["send", "send", "ask", "ask", "ask"]);
  });

  it("names every server, and has a sentence for undocumented methods", () => {
    const clearance = clearanceOf(buildMethodSpec("x:wipe", { risk: "destructive" }), context);
    assert(clearance.kind === "ask");
    assert.equal(clearance.question.text, "Call x:wipe on Alpha, Beta?");
    assert.match(clearance.question.detail, /Judging by its name/);
  });

  it("removes line breaks from the name of a method", () => {
    const spec = buildMethodSpec("x:wipe\n\nThis is harmless.", { risk: "destructive" });
    const clearance = clearanceOf(spec, context);
    assert(clearance.kind === "ask" && !clearance.question.text.includes("\n"));
  });

  it("refuses if one of several servers is read-only, and names it", () => {
    const spec = buildMethodSpec("common:getNodes", { risk: "execute" });
    const clearance = clearanceOf(spec, { ...context, readOnly: ["Beta"] });
    assert(clearance.kind === "refuse");
    assert.match(clearance.text, /: Beta is set to read-only/);
  });
});

describe("callError", () => {
  const spec = buildMethodSpec("admin:getClient", {
    role: "admin",
    params: {
      kind: "named",
      ordered: true,
      params: [
        { name: "uuid", type: { kind: "text" }, typeText: "string", required: true },
        { name: "id", type: { kind: "text" }, typeText: "string", required: false },
      ],
    },
  });
  const errorOf = (
    code: number,
    message: string,
    data?: unknown,
    role: "guest" | "admin" = "admin",
  ) =>
    callError(problemOf(new RpcRemoteError(code, message, data), { kind: "guest" }), {
      server: "Alpha",
      spec,
      role,
    });

  it("keeps the server's code, message and data beside our sentence", () => {
    const { text, code, message, data } = errorOf(-32602, "Node not found", { uuid: "<b>" });
    assert.deepEqual([code, message, data], [-32602, "Node not found", '{"uuid":"<b>"}']);
    assert.match(text, /Alpha rejected the parameters/);
  });

  it("finds the parameter that the message names as a whole word", () => {
    assert.equal(errorOf(-32602, "UUID is required").param, "uuid");
    assert.equal(errorOf(-32602, "Invalid or missing uuid: void").param, "uuid");
    assert.equal(errorOf(-32602, "invalid").param, undefined);
  });

  it("masks secrets that the server's message repeats", () => {
    const { message } = errorOf(-32603, "dial mysql://ann:s3cret@db: refused");
    assert.equal(message, `dial mysql://ann:${secretMask}@db: refused`);
  });

  it("shows which servers have a missing method", () => {
    const availability = { since: "1.2.5", removed: "1.6.0", keptBy: "Nekomari" };
    const error = new RpcRemoteError(-32601, "method not found", undefined);
    const { text } = callError(problemOf(error, { kind: "guest" }), {
      server: "Alpha",
      spec: { ...spec, availability },
      role: "admin",
    });
    assert.equal(
      text,
      "Alpha does not support admin:getClient. Since Komari 1.2.5, removed in 1.6.0. Nekomari still has it.",
    );
  });

  it("suggests a sign-in to guests for both codes of a refusal", () => {
    for (const code of [401, -32041]) {
      const { text, actions } = errorOf(code, "Permission denied", undefined, "guest");
      assert.match(text, /admin:getClient needs an administrator\. Sign in to Alpha\./);
      assert.deepEqual(actions, ["signIn"]);
    }
  });

  it("suggests no sign-in if only agents have access", () => {
    const words = "open /root: permission denied";
    const error = new RpcRemoteError(-32041, words, undefined, { method: "admin:fileList" });
    const { text, message, actions } = callError(problemOf(error, { kind: "guest" }), {
      server: "Alpha",
      spec,
      role: "guest",
    });
    assert.deepEqual(actions, []);
    assert.deepEqual([text, message], ["The agent of this node was denied access.", words]);
  });

  it("suggests an outdated server for a missing method", () => {
    assert.match(
      errorOf(-32601, "method not found").text,
      /Alpha does not support admin:getClient/,
    );
  });
});

describe("chartTarget", () => {
  const target = { serverId: "https://a.example", method: "common:getRecords" };
  const json = (value: unknown) => JSON.stringify(value);

  it("finds the nodes and the time range of a map of records", () => {
    const records = { b: [], a: [{ client: "a" }] };
    const [from, to] = ["2026-11-27T00:00:00Z", "2026-11-27T04:00:00Z"];
    const found = chartTarget(target, json({ count: 1, records, from, to }));
    assert(found?.subject.kind === "nodes");
    assert.deepEqual(
      found.subject.members.map(({ uuid }) => uuid),
      ["a", "b"],
    );
    const span = { kind: "between", from: Date.parse(from), to: Date.parse(to) };
    assert.deepEqual(found.span, span);
  });

  it("finds the requested node, also in rows and in a single status", () => {
    const node = { kind: "node", serverId: target.serverId, uuid: "a" };
    const ofParams = chartTarget({ ...target, params: '{"uuid":"a"}' }, json({ records: [] }));
    const ofRows = chartTarget(target, json({ records: [{ client: "a" }, { client: "a" }] }));
    const ofStatus = chartTarget(target, json({ client: "a", cpu: 1 }));
    for (const found of [ofParams, ofRows, ofStatus]) assert.deepEqual(found?.subject, node);
  });

  it("finds no nodes in an empty response, and no time range in an invalid one", () => {
    assert.equal(chartTarget(target, json({ count: 0, records: {} })), undefined);
    assert.equal(chartTarget(target, "{"), undefined);
    assert.equal(chartTarget(target, json({ records: { a: [] }, from: "x" }))?.span, undefined);
  });
});

describe("withCode", () => {
  it("adds the code to named parameters, keeping numbers as typed", () => {
    assert.equal(withCode(undefined, "1"), '{"2fa_code":"1"}');
    assert.equal(withCode("{}", "1"), '{"2fa_code":"1"}');
    assert.equal(withCode('{ "n": 1e400 }', "1"), '{"n":1e400,"2fa_code":"1"}');
  });

  it("overrides an existing code, because servers use the last one", () => {
    assert.deepEqual(JSON.parse(withCode('{"2fa_code":"old"}', "1")), { "2fa_code": "1" });
  });

  it("does not support positional parameters", () => {
    assert.deepEqual([undefined, " {}", '["ls"]'].map(takesCode), [true, true, false]);
  });
});

describe("messages of a page", () => {
  it("are validated", () => {
    assert.ok(isCallRequest({ id: 1, params: undefined, timeoutSeconds: 30 }));
    for (const wrong of [
      { id: 1.5, params: undefined, timeoutSeconds: 30 },
      { id: 1, params: {}, timeoutSeconds: 30 },
      { id: 1, params: "{}", timeoutSeconds: 0 },
      { id: 1, params: "{}", timeoutSeconds: Infinity },
    ]) {
      assert.ok(!isCallRequest(wrong));
    }
    assert.ok(isPickRequest({ param: "clients", picker: "nodes", many: true, current: ["a"] }));
    assert.ok(!isPickRequest({ param: "clients", picker: "files", many: true, current: [] }));
  });
});
