import assert from "node:assert/strict";
import { readPollIntervals } from "../../../src/settings/config";
import { Setting } from "../../../src/settings/setting";
import { Emitter } from "../../../src/util/emitter";
import { settingsOf } from "../platform/settingsOf";

describe("Setting", () => {
  it("fires only if the value differs", () => {
    const changed = new Emitter<void>();
    const values: Record<string, unknown> = { "polling.visibleInterval": 2 };
    const source = { current: () => settingsOf(values), onDidChange: changed.event };
    const setting = new Setting(source, readPollIntervals);
    const before = setting.value;
    const reported: number[] = [];
    setting.onDidChange(({ visible }) => reported.push(visible));
    changed.fire();
    values["nodes.badge"] = false;
    changed.fire();
    assert.equal(setting.value, before);
    values["polling.visibleInterval"] = 5;
    changed.fire();
    assert.deepEqual(reported, [5000]);
    assert.equal(setting.value.visible, 5000);
    setting.dispose();
    values["polling.visibleInterval"] = 9;
    changed.fire();
    assert.deepEqual(reported, [5000]);
  });
});
