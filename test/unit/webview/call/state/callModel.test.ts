import assert from "node:assert/strict";
import { CallModel } from "../../../../../webview/call/state/callModel";
import { type ValidationIssue } from "../../../../../webview/call/state/validateRequest";
import { callSetup, methodSpec, named, param } from "../../../../webview/harness/callData";

const number = { kind: "number", integer: true } as const;
const hours = param("hours", { type: number, required: true });
const setup = callSetup({ method: methodSpec({ params: named([hours]) }) });

function createModel(kept?: unknown) {
  const stops: ValidationIssue[] = [];
  const saved: unknown[] = [];
  const model = new CallModel(setup, kept, {
    onChange: () => undefined,
    save: (state) => void saved.push(state),
    onInvalid: (obstacle) => void stops.push(obstacle),
  });
  return { model, stops, saved };
}

describe("What a panel that calls knows", () => {
  it("is kept from the start, for the host goes by the key in it", () => {
    const { saved } = createModel();
    assert.deepEqual(
      saved.map((state) => (state as { readonly key: string }).key),
      [setup.key],
    );
  });

  it("is sent with an id of its own each time, also after it was kept", () => {
    const { model, saved } = createModel();
    model.editField("hours", { set: true, text: "4" });
    assert.deepEqual(model.nextRequest(), { id: 1, params: '{"hours":4}', timeoutSeconds: 30 });
    assert.equal(model.nextRequest()?.id, 2);
    assert.equal(createModel(saved.at(-1)).model.nextRequest()?.id, 3);
  });

  it("takes no id that is taken by a call it does not know", () => {
    const { model } = createModel();
    model.editField("hours", { set: true, text: "4" });
    model.reserveId(7);
    model.reserveId(3);
    model.reserveId(undefined);
    assert.equal(model.nextRequest()?.id, 8);
  });

  it("stops what is wrong once, and again after an edit", () => {
    const { model, stops } = createModel();
    assert.equal(model.nextRequest(), undefined);
    assert.deepEqual(
      stops.map(({ at }) => at),
      [{ field: "hours" }],
    );
    model.edit({ timeout: "5" });
    assert.equal(model.nextRequest(), undefined);
    assert.deepEqual(model.nextRequest(), { id: 1, params: undefined, timeoutSeconds: 5 });
  });

  it("never sends what is broken, and hands out no parameters then", () => {
    const { model, stops } = createModel();
    model.edit({ draft: { ...model.state.draft, source: "json", json: "{" } });
    for (let tries = 0; tries < 3; tries++) assert.equal(model.nextRequest(), undefined);
    model.withParams(() => assert.fail("there are none"));
    assert.equal(stops.length, 4);
    assert.equal(model.state.view, "json");
  });

  it("has what the server complains about until that is edited", () => {
    const { model } = createModel();
    const said = { param: "hours", text: "Too many." };
    model.setServerError(said);
    model.editField("other", { set: true, text: "" });
    assert.deepEqual(model.serverError, said);
    model.editField("hours", { set: true, text: "4" });
    assert.equal(model.serverError, undefined);
  });
});
