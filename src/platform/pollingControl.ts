import { type Attention, type PollIntervals, type PollPlan } from "../fleet/polling/pollPolicy";
import { type Clock } from "../util/clock";
import { type Disposable, DisposableStore, disposeAll } from "../util/disposable";
import { type Setting } from "../settings/setting";
import { SleepDetector } from "./sleepDetector";
import { type VisibilitySource } from "./panels/visibility";
import { type WindowActivity } from "./windowActivity";

export interface PolledFleet {
  configure(plan: PollPlan): void;
  wake(): void;
}

/** Sets the poll interval of the fleet: by the view, the window's focus and the settings. */
export class PollingControl implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #sleep: SleepDetector;
  #pause: Disposable | undefined;

  constructor(
    private readonly fleet: PolledFleet,
    private readonly view: VisibilitySource,
    private readonly activity: WindowActivity,
    private readonly intervals: Setting<PollIntervals>,
    private readonly pauseAfter: Setting<number | undefined>,
    private readonly clock: Clock,
  ) {
    this.#sleep = this.#disposables.add(new SleepDetector(clock, () => fleet.wake()));
    const update = () => this.#update();
    this.#disposables.add(view.onDidChangeVisibility(update));
    this.#disposables.add(intervals.onDidChange(update));
    this.#disposables.add(pauseAfter.onDidChange(update));
    this.#disposables.add(
      activity.onDidChangeFocus((focused) => {
        update();
        if (focused) fleet.wake();
      }),
    );
    update();
  }

  dispose(): void {
    disposeAll([this.#pause, this.#disposables]);
  }

  #update(): void {
    this.#pause?.dispose();
    this.#pause = undefined;
    const untilPause = this.#untilPause();
    const attention = this.#attention(untilPause);
    this.fleet.configure({ attention, intervals: this.intervals.value });
    // While paused, the user comes back by the focus.
    if (attention === "paused") this.#sleep.stop();
    else this.#sleep.start();
    if (untilPause !== undefined && untilPause > 0) {
      this.#pause = this.clock.setTimeout(() => this.#update(), untilPause);
    }
  }

  /** Milliseconds; undefined: no pause is due. */
  #untilPause(): number | undefined {
    const { value } = this.pauseAfter;
    if (this.activity.focused || value === undefined) return undefined;
    return this.activity.since + value - this.clock.now();
  }

  #attention(untilPause: number | undefined): Attention {
    if (untilPause !== undefined && untilPause <= 0) return "paused";
    return this.view.visible ? "visible" : "background";
  }
}
