import assert from "node:assert/strict";
import { createMethodSpec } from "../../../../../src/komari/methods/createMethodSpec";
import { buildHelp } from "../../../../builders/methods";
import { timeChoices } from "../../../../../webview/call/state/timeChoices";

/** The choices for a parameter of a method. */
function choicesOf(method: string, name: string, help?: Parameters<typeof buildHelp>[1]) {
  const { params } = createMethodSpec(method, help && buildHelp(method, help));
  const found = params.kind === "named" ? params.params.find((param) => param.name === name) : {};
  assert.ok(found, name);
  return timeChoices(found).map(({ text, afterMs }) => `${text} ${afterMs / 3_600_000}`);
}

const past = ["Now 0", "1 h ago -1", "24 h ago -24"];
const future = ["Now 0", "In 1 h 1", "Tomorrow 24"];

describe("timeChoices", () => {
  it("are in the past for ranges of records", () => {
    for (const name of ["start", "end"]) {
      assert.deepEqual(choicesOf("common:getRecords", name), past);
      assert.deepEqual(choicesOf("public:getSlaReport", name), past);
    }
  });

  it("are in the future for maintenance windows", () => {
    for (const name of ["start", "end"]) {
      assert.deepEqual(choicesOf("admin:saveMaintenanceWindow", name), future);
    }
  });

  it("depend on the effect of methods that only the server describes", () => {
    const at = { name: "at", type: "RFC3339", required: false, description: undefined };
    const help = { params: [at] };
    assert.deepEqual(choicesOf("plugin:getThings", "at", help), past);
    assert.deepEqual(choicesOf("plugin:setThings", "at", help), future);
  });
});
