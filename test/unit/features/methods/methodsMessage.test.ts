import assert from "node:assert/strict";
import { methodsMessage } from "../../../../src/features/methods/methodsMessage";
import { methodsServerRow } from "../../../../src/features/methods/methodsServerRow";
import { type MethodList } from "../../../../src/features/methods/serverMethods";
import { type SessionState } from "../../../../src/komari/session";
import { buildMethodSpec } from "../../../builders/methods";
import { buildServerView, failedState, readyState } from "../../../builders/serverView";

const unknown: MethodList = { methods: undefined, loading: false, problem: undefined };
const known: MethodList = { ...unknown, methods: [buildMethodSpec("rpc.ping")] };

function said(state: SessionState, list: MethodList, shown = list.methods?.length ?? 0) {
  return methodsMessage(buildServerView({ state }), list, shown);
}

describe("methodsMessage", () => {
  it("is silent while there are methods to see", () => {
    assert.equal(said(readyState(), known), undefined);
    assert.equal(said({ kind: "connecting" }, known), undefined);
  });

  it("says what is being waited for while there is nothing to see", () => {
    assert.equal(said({ kind: "connecting" }, unknown)?.sentence, "Connecting to Home…");
    assert.equal(said(readyState(), unknown)?.sentence, "Loading the methods of Home…");
  });

  it("says why a server cannot be asked, and what can be done, above what was kept", () => {
    for (const list of [unknown, known]) {
      const message = said(failedState("unreachable"), list);
      assert.match(message?.sentence ?? "", /^Home cannot be reached/);
      assert.equal(message?.row.label, "Not connected");
    }
  });

  it("says what is wrong with a server that answers", () => {
    const warned = said(readyState({ warning: "keyRejected" }), known);
    assert.match(warned?.sentence ?? "", /API key/);
    const problem = { code: "timeout", detail: "" } as const;
    assert.match(said(readyState(), { ...known, problem })?.sentence ?? "", /in time/);
  });

  it("tells an empty list from a filter that nothing passes", () => {
    assert.match(said(readyState(), { ...unknown, methods: [] })?.sentence ?? "", /no methods/);
    assert.match(said(readyState(), known, 0)?.sentence ?? "", /filter/);
  });
});

describe("methodsServerRow", () => {
  it("counts the methods once they are known", () => {
    const row = methodsServerRow(buildServerView(), 95);
    assert.deepEqual([row.label, row.description], ["Home", "95 methods"]);
    assert.equal(methodsServerRow(buildServerView(), undefined).description, "");
  });

  it("warns by icon and by word of a server that is not connected", () => {
    const row = methodsServerRow(buildServerView({ state: failedState("unreachable") }), 2);
    assert.equal(row.icon?.id, "debug-disconnect");
    assert.equal(row.accessibleLabel, "Home, 2 methods, not connected");
  });
});
