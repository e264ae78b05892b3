import assert from "node:assert/strict";
import { defaultChoices } from "../../../../../src/shared/fleet/fleetChoices";
import { currentView } from "../../../../../webview/fleet/state/currentView";

const daily = { ...defaultChoices, name: "Daily" };
const edge = { ...defaultChoices, name: "Edge", filter: "edge" };

describe("currentView", () => {
  it("is none without a saved view that is shown or was chosen", () => {
    assert.equal(currentView([], defaultChoices), undefined);
    assert.equal(currentView([edge], defaultChoices), undefined);
    assert.equal(currentView([edge], { ...defaultChoices, view: "Deleted" }), undefined);
  });

  it("is the one equal to what is shown, as after saving it", () => {
    const sort = [{ descending: true, column: "cpu" }] as const;
    const busy = { ...defaultChoices, name: "Busy", sort };
    const choices = { ...defaultChoices, sort: [{ column: "cpu", descending: true }] } as const;
    assert.deepEqual(currentView([daily, busy], choices), { name: "Busy", changed: false });
  });

  it("is the last chosen of equal ones", () => {
    const same = { ...daily, name: "Same" };
    const choices = { ...defaultChoices, view: "Same" };
    assert.deepEqual(currentView([daily, same], choices), { name: "Same", changed: false });
  });

  it("stays the last chosen when something else is chosen, and is then changed", () => {
    const choices = { ...defaultChoices, filter: "web", view: "Edge" };
    assert.deepEqual(currentView([daily, edge], choices), { name: "Edge", changed: true });
  });
});
