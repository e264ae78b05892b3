import assert from "node:assert/strict";
import { PollingControl } from "../../../src/platform/pollingControl";
import { Setting } from "../../../src/settings/setting";
import { AnyVisible, Visibility } from "../../../src/platform/panels/visibility";
import { WindowActivity } from "../../../src/platform/windowActivity";
import { type Attention, type PollPlan } from "../../../src/fleet/polling/pollPolicy";
import { Emitter } from "../../../src/util/emitter";
import { FakeClock } from "../../builders/fakeClock";
import { pollIntervals } from "../../builders/serverFleet";
import { settingsOf } from "./settingsOf";

const pauseAfterMs = 300_000;

function harness() {
  const clock = new FakeClock();
  const focus = new Emitter<{ readonly focused: boolean }>();
  const activity = new WindowActivity(
    { state: { focused: true }, onDidChangeWindowState: focus.event },
    clock,
  );
  const [nodes, charts] = [new Visibility(), new Visibility()];
  const attentions: Attention[] = [];
  const fleet = {
    configure: ({ attention }: PollPlan) => void attentions.push(attention),
    wake: () => undefined,
  };
  const setting = <T>(value: T) => {
    const changes = new Emitter<void>();
    return new Setting({ current: () => settingsOf({}), onDidChange: changes.event }, () => value);
  };
  const anyVisible = new AnyVisible([nodes, charts]);
  const control = new PollingControl(
    ...([fleet, anyVisible, activity, setting(pollIntervals)] as const),
    ...([setting<number | undefined>(pauseAfterMs), clock] as const),
  );
  const attention = () => attentions.at(-1);
  return { clock, focus, nodes, charts, attention, control };
}

describe("PollingControl", () => {
  it("polls at the visible interval while the Nodes view or a panel of charts is visible", () => {
    const { nodes, charts, attention } = harness();
    assert.equal(attention(), "background");
    charts.set(true);
    assert.equal(attention(), "visible");
    nodes.set(true);
    charts.set(false);
    assert.equal(attention(), "visible");
    nodes.set(false);
    assert.equal(attention(), "background");
  });

  it("pauses without focus for long, charts or not, until the focus is back", () => {
    const { clock, focus, charts, attention } = harness();
    charts.set(true);
    focus.fire({ focused: false });
    clock.advance(pauseAfterMs - 1);
    assert.equal(attention(), "visible");
    clock.advance(1);
    assert.equal(attention(), "paused");
    focus.fire({ focused: true });
    assert.equal(attention(), "visible");
  });
});
