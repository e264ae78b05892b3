import assert from "node:assert/strict";
import { CallModel } from "../../../../../webview/call/state/callModel";
import { type ValidationIssue } from "../../../../../webview/call/state/validateRequest";
import { callSetup, methodSpec, named, param } from "../../../../webview/harness/callData";

const number = { kind: "number", integer: true } as const;
const hours = param("hours", { type: number, required: true });
const setup = callSetup({ method: methodSpec({ params: named([hours]) }) });

function createModel(initial?: unknown) {
  const stops: ValidationIssue[] = [];
  const saved: unknown[] = [];
  const model = new CallModel(setup, initial, {
    onChange: () => undefined,
    save: (state) => void saved.push(state),
    onInvalid: (issue) => void stops.push(issue),
  });
  return { model, stops, saved };
}

describe("CallModel", () => {
  it("saves the key of the setup from the start", () => {
    const { saved } = createModel();
    assert.deepEqual(
      saved.map((state) => (state as { readonly key: string }).key),
      [setup.key],
    );
  });

  it("gives each request a new id, also after its state was restored", () => {
    const { model, saved } = createModel();
    model.editField("hours", { set: true, text: "4" });
    assert.deepEqual(model.nextRequest(), { id: 1, params: '{"hours":4}', timeoutSeconds: 30 });
    assert.equal(model.nextRequest()?.id, 2);
    assert.equal(createModel(saved.at(-1)).model.nextRequest()?.id, 3);
  });

  it("does not reuse the id of an unknown call", () => {
    const { model } = createModel();
    model.editField("hours", { set: true, text: "4" });
    model.reserveId(7);
    model.reserveId(3);
    model.reserveId(undefined);
    assert.equal(model.nextRequest()?.id, 8);
  });

  it("rejects an invalid request once, and again after an edit", () => {
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

  it("neither sends nor returns invalid JSON", () => {
    const { model, stops } = createModel();
    model.edit({ draft: { ...model.state.draft, source: "json", json: "{" } });
    for (let tries = 0; tries < 3; tries++) assert.equal(model.nextRequest(), undefined);
    model.withParams(() => assert.fail("there are none"));
    assert.equal(stops.length, 4);
    assert.equal(model.state.view, "json");
  });

  it("keeps a server error until its field is edited", () => {
    const { model } = createModel();
    const serverError = { param: "hours", text: "Too many." };
    model.setServerError(serverError);
    model.editField("other", { set: true, text: "" });
    assert.deepEqual(model.serverError, serverError);
    model.editField("hours", { set: true, text: "4" });
    assert.equal(model.serverError, undefined);
  });
});
