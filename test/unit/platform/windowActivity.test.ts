import assert from "node:assert/strict";
import { WindowActivity } from "../../../src/platform/windowActivity";
import { Emitter } from "../../../src/util/emitter";
import { FakeClock } from "../../builders/fakeClock";

describe("WindowActivity", () => {
  it("reports the focus, and since when", () => {
    const clock = new FakeClock(1000);
    const changed = new Emitter<{ focused: boolean }>();
    const window = { state: { focused: true }, onDidChangeWindowState: changed.event };
    const activity = new WindowActivity(window, clock);
    const reported: boolean[] = [];
    activity.onDidChangeFocus((focused) => reported.push(focused));
    assert.deepEqual([activity.focused, activity.since], [true, 1000]);
    clock.advance(500);
    changed.fire({ focused: true });
    assert.equal(activity.since, 1000);
    changed.fire({ focused: false });
    assert.deepEqual([activity.focused, activity.since], [false, 1500]);
    activity.dispose();
    changed.fire({ focused: true });
    assert.deepEqual(reported, [false]);
  });
});
