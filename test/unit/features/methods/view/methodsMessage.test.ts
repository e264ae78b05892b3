import assert from "node:assert/strict";
import { methodsMessage } from "../../../../../src/features/methods/view/methodsMessage";
import { methodsServerRow } from "../../../../../src/features/methods/view/methodRow";
import { type MethodList } from "../../../../../src/features/methods/store/serverMethods";
import { type SessionState } from "../../../../../src/komari/session";
import { buildMethodSpec } from "../../../../builders/methods";
import { buildServerView, failedState, readyState } from "../../../../builders/serverView";

const unknown: MethodList = { methods: undefined, loading: false, problem: undefined };
const known: MethodList = { ...unknown, methods: [buildMethodSpec("rpc.ping")] };

function messageOf(state: SessionState, list: MethodList, shown = list.methods?.length ?? 0) {
  return methodsMessage(buildServerView({ state }), list, shown);
}

describe("methodsMessage", () => {
  it("is undefined while there are methods", () => {
    assert.equal(messageOf(readyState(), known), undefined);
    assert.equal(messageOf({ kind: "connecting" }, known), undefined);
  });

  it("shows the pending step while there are no methods", () => {
    assert.equal(messageOf({ kind: "connecting" }, unknown)?.sentence, "Connecting to Home…");
    assert.equal(messageOf(readyState(), unknown)?.sentence, "Loading the methods of Home…");
  });

  it("shows why a server is not connected, and the remedy, above cached methods", () => {
    for (const list of [unknown, known]) {
      const message = messageOf(failedState("unreachable"), list);
      assert.match(message?.sentence ?? "", /^Home cannot be reached/);
      assert.equal(message?.row.label, "Not connected");
    }
  });

  it("shows the warning of a ready session and the problem of a failed request", () => {
    const warned = messageOf(readyState({ warning: "keyRejected" }), known);
    assert.match(warned?.sentence ?? "", /API key/);
    const problem = { code: "timeout", detail: "" } as const;
    assert.match(messageOf(readyState(), { ...known, problem })?.sentence ?? "", /in time/);
  });

  it("distinguishes an empty list from a filter without matches", () => {
    assert.match(
      messageOf(readyState(), { ...unknown, methods: [] })?.sentence ?? "",
      /no methods/,
    );
    assert.match(messageOf(readyState(), known, 0)?.sentence ?? "", /filter/);
  });
});

describe("methodsServerRow", () => {
  it("shows the number of methods once they are known", () => {
    const row = methodsServerRow(buildServerView(), 95);
    assert.deepEqual([row.label, row.description], ["Home", "95 methods"]);
    assert.equal(methodsServerRow(buildServerView(), undefined).description, "");
  });

  it("shows by icon and by word that a server is not connected", () => {
    const row = methodsServerRow(buildServerView({ state: failedState("unreachable") }), 2);
    assert.equal(row.icon?.id, "debug-disconnect");
    assert.equal(row.accessibleLabel, "Home, 2 methods, not connected");
  });
});
