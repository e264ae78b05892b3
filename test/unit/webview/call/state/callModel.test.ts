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
  const pauses = { count: 0 };
  const model = new CallModel(setup, initial, {
    onChange: () => undefined,
    onPending: () => {
      pauses.count++;
    },
    save: (state) => void saved.push(state),
    onInvalid: (issue) => void stops.push(issue),
  });
  return { model, stops, saved, pauses };
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

  it("rejects an invalid request until it is sent anyway", () => {
    const { model, stops } = createModel();
    assert.equal(model.nextRequest(), undefined);
    assert.deepEqual(
      stops.map(({ at }) => at),
      [{ field: "hours" }],
    );
    model.edit({ timeout: "5" });
    assert.equal(model.nextRequest(), undefined);
    assert.deepEqual(model.nextRequest(true), { id: 1, params: undefined, timeoutSeconds: 5 });
  });

  it("neither sends nor returns invalid JSON", () => {
    const { model, stops } = createModel();
    model.edit({ draft: { ...model.state.draft, source: "json", json: "{" } });
    for (let tries = 0; tries < 3; tries++) assert.equal(model.nextRequest(), undefined);
    model.withParams(() => assert.fail("there are none"));
    assert.equal(stops.length, 4);
    assert.equal(model.state.view, "json");
  });

  describe("typing in a large request", () => {
    const spaces = " ".repeat(40_000);

    it("changes nothing until it is settled, and then once", () => {
      const { model, saved, pauses } = createModel();
      const before = saved.length;
      for (const hours of [1, 2, 3]) model.typeJson(`{"hours":${hours}}${spaces}`);
      assert.equal(pauses.count, 3);
      assert.equal(saved.length, before);
      model.settle();
      model.settle();
      assert.equal(saved.length, before + 1);
      assert.deepEqual(model.state.draft.fields.hours, { set: true, text: "3" });
    });

    it("is settled by whoever reads the state or sends", () => {
      const { model } = createModel();
      model.typeJson(`{"hours":5}${spaces}`);
      assert.equal(model.state.draft.fields.hours?.text, "5");
      model.typeJson(`{"hours":6}${spaces}`);
      assert.equal(model.nextRequest()?.params, '{"hours":6}');
      model.typeJson(`{"hours":7}${spaces}`);
      model.withParams((json) => assert.equal(json, '{"hours":7}'));
    });

    it("keeps what was typed before in another place", () => {
      const { model } = createModel();
      model.typeJson(`{"other":"${spaces}"}`);
      model.typeField("hours", { set: true, text: "1" });
      model.typeField("hours", { set: true, text: "12" });
      model.editField("more", { set: true, text: "" });
      const { fields, others, source } = model.state.draft;
      assert.deepEqual([fields.hours?.text, source], ["12", "form"]);
      assert.equal(others.other, `"${spaces}"`);
    });
  });

  it("applies every key in a small request at once", () => {
    const { model, pauses } = createModel();
    model.typeField("hours", { set: true, text: "4" });
    model.typeJson('{"hours":5}');
    assert.equal(pauses.count, 0);
    assert.deepEqual(model.nextRequest(), { id: 1, params: '{"hours":5}', timeoutSeconds: 30 });
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
