import assert from "node:assert/strict";
import { createMethodSpec } from "../../../../../src/komari/methods/createMethodSpec";
import { buildHelp } from "../../../../builders/methods";
import {
  localRfc3339,
  pickerText,
  pickerTextOf,
  timeChoices,
} from "../../../../../webview/call/state/times";

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

describe("Times of request fields", () => {
  const time = Date.UTC(2026, 0, 31, 22, 59, 7);

  it("are RFC 3339 with the local zone", () => {
    const written = localRfc3339(time);
    assert.match(written, /^2026-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
    assert.equal(Date.parse(written), time);
  });

  it("are converted to the picker's format and back", () => {
    assert.equal(Date.parse(pickerText(time)), time);
    assert.equal(pickerTextOf(localRfc3339(time)), pickerText(time));
    for (const typed of ["", "soon", "2026", "2026-13-01T00:00:00Z"]) {
      assert.equal(pickerTextOf(typed), "", typed);
    }
  });

  it("keep the minutes of zone offsets", () => {
    const before = process.env.TZ;
    try {
      process.env.TZ = "Asia/Kathmandu";
      assert.equal(localRfc3339(time), "2026-02-01T04:44:07+05:45");
      process.env.TZ = "America/St_Johns";
      assert.equal(localRfc3339(time), "2026-01-31T19:29:07-03:30");
      process.env.TZ = "UTC";
      assert.equal(localRfc3339(time), "2026-01-31T22:59:07Z");
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});
