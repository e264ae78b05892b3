import assert from "node:assert/strict";
import { runSteps } from "../../../../src/platform/wizard/multiStep";
import {
  back,
  done,
  type InputView,
  invalid,
  next,
  type Outcome,
  type Step,
} from "../../../../src/platform/wizard/step";
import { FakeQuickInputs } from "../../features/servers/fakeQuickInputs";

function input(view: Partial<InputView>): Step {
  return () => ({
    kind: "input",
    title: "Title",
    prompt: "Prompt",
    value: "",
    remember: () => undefined,
    accept: () => done,
    ...view,
  });
}

/** A response that the test gives later. */
function pending() {
  const requested: { signal: AbortSignal; response: (outcome: Outcome) => void }[] = [];
  const accept = (_value: string, signal: AbortSignal) =>
    new Promise<Outcome>((response) => requested.push({ signal, response }));
  return { requested, accept };
}

describe("runSteps", () => {
  it("fails, instead of staying busy, when a step cannot say what it checks", async () => {
    const ui = new FakeQuickInputs();
    const checking = () => {
      throw new Error("no such host");
    };
    const finished = runSteps(ui, input({ checking }));
    const shown = await ui.input();
    await shown.enter("x");
    await assert.rejects(finished, /no such host/);
    assert.equal(shown.busy, false);
  });

  it("goes on, back and on again, and keeps what was typed", async () => {
    const ui = new FakeQuickInputs();
    let typed = "";
    const second = input({ title: "Second" });
    const first: Step = () => ({
      kind: "input",
      title: "First",
      prompt: "Prompt",
      position: [1, 2],
      value: typed,
      remember: (value) => {
        typed = value;
      },
      accept: () => next(second),
    });
    const finished = runSteps(ui, first);
    const one = await ui.input();
    assert.deepEqual([one.title, one.step, one.totalSteps], ["First", 1, 2]);
    assert.equal(one.ignoreFocusOut, true);
    assert.equal(one.back, undefined);
    await one.enter("abc");
    const two = await ui.input();
    two.back?.();
    const again = await ui.input();
    assert.equal(again.value, "abc");
    again.accept();
    (await ui.input()).accept();
    assert.equal(await finished, true);
    assert.ok(ui.all.every(({ disposed }) => disposed));
  });

  it("shows an error at the input until the user types on", async () => {
    const ui = new FakeQuickInputs();
    void runSteps(ui, input({ warning: "Unsafe", accept: () => invalid("Too short") }));
    const box = await ui.input();
    assert.equal(box.validationMessage, "warning: Unsafe");
    await box.enter("a");
    assert.equal(box.validationMessage, "Too short");
    assert.equal(box.value, "a");
    box.type("ab");
    assert.equal(box.validationMessage, "warning: Unsafe");
  });

  it("never lets a message become a link", async () => {
    const ui = new FakeQuickInputs();
    void runSteps(ui, input({ accept: () => invalid("[click](command:evil)") }));
    const box = await ui.input();
    await box.enter("a");
    assert.equal(box.validationMessage, "[click] (command:evil)");
  });

  it("is busy while it checks, and takes Enter once", async () => {
    const ui = new FakeQuickInputs();
    const { requested, accept } = pending();
    const finished = runSteps(ui, input({ accept }));
    const box = await ui.input();
    box.accept();
    box.accept();
    assert.equal(box.busy, true);
    for (const { response } of requested) response(done);
    assert.equal(await finished, true);
    assert.equal(requested.length, 1);
  });

  it("gives a check up when the user types on, and forgets its verdict", async () => {
    const ui = new FakeQuickInputs();
    const { requested, accept } = pending();
    const finished = runSteps(ui, input({ accept }));
    const box = await ui.input();
    box.accept();
    box.type("another");
    assert.equal(requested[0]?.signal.aborted, true);
    assert.equal(box.busy, false);
    requested[0].response(invalid("too late"));
    box.accept();
    requested[1]?.response(done);
    assert.equal(await finished, true);
    assert.equal(box.validationMessage, undefined);
  });

  it("is not disturbed by hearing of the value it set", async () => {
    const ui = new FakeQuickInputs();
    const { requested, accept } = pending();
    void runSteps(ui, input({ value: "kept", acceptImmediately: true, accept }));
    const box = await ui.input();
    box.type("kept");
    assert.equal(requested[0]?.signal.aborted, false);
  });

  for (const leave of ["Escape", "Back"] as const) {
    it(`aborts the check on ${leave}`, async () => {
      const ui = new FakeQuickInputs();
      const { requested, accept } = pending();
      const finished = runSteps(ui, input({ accept: () => next(input({ accept })) }));
      (await ui.input()).accept();
      const box = await ui.input();
      box.accept();
      if (leave === "Back") box.back?.();
      else box.hide();
      assert.equal(requested[0]?.signal.aborted, true);
      if (leave === "Back") (await ui.input()).hide();
      assert.equal(await finished, false);
    });
  }

  it("rejects with what a step throws", async () => {
    const ui = new FakeQuickInputs();
    const broken = input({ accept: () => Promise.reject(new Error("bug")) });
    const finished = runSteps(ui, broken);
    (await ui.input()).accept();
    await assert.rejects(finished, /bug/);
    assert.ok(ui.all.every(({ disposed }) => disposed));
  });

  it("jumps back to an earlier step, and passes dialogs by on the way back", async () => {
    const ui = new FakeQuickInputs();
    const third = input({ title: "Third" });
    const dialog: Step = () => ({ kind: "dialog", run: () => Promise.resolve(next(third)) });
    const choose: Step = () => ({
      kind: "pick",
      title: "Second",
      placeholder: "Choose",
      choices: [
        { label: "Dialog", choose: () => next(dialog) },
        { label: "First", choose: () => back(first), active: true },
      ],
    });
    const first: Step = input({ title: "First", accept: () => next(choose) });
    const finished = runSteps(ui, first);
    (await ui.input()).accept();
    const pick = await ui.pick();
    assert.deepEqual(
      pick.activeItems.map(({ label }) => label),
      ["First"],
    );
    await pick.choose("Dialog");
    (await ui.input()).back?.();
    const second = await ui.pick();
    assert.equal(second.title, "Second");
    await second.choose("First");
    const shown = await ui.input();
    assert.equal(shown.title, "First");
    shown.hide();
    assert.equal(await finished, false);
  });
});
