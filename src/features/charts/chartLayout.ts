import { type ChartHeight, type ChartLayout } from "../../shared/chartApi";
import { isChartId } from "../../shared/metrics";
import { isRecord } from "../../util/json";
import { type Disposable } from "../../util/disposable";
import { Emitter } from "../../util/emitter";

export const defaultLayout: ChartLayout = {
  charts: [],
  percent: [],
  timeZone: "local",
  smooth: false,
};

const heights: readonly unknown[] = ["small", "medium", "large"] satisfies readonly ChartHeight[];

/** A stored layout may be of another version, and messages of a page are untrusted. */
export function isChartLayout(value: unknown): value is ChartLayout {
  if (!isRecord(value)) return false;
  const { charts, percent, timeZone, smooth } = value;
  return (
    Array.isArray(charts) &&
    charts.every(isPlacedChart) &&
    Array.isArray(percent) &&
    percent.every(isChartId) &&
    (timeZone === "local" || timeZone === "utc") &&
    typeof smooth === "boolean"
  );
}

function isPlacedChart(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, shown, height } = value;
  return isChartId(id) && typeof shown === "boolean" && heights.includes(height);
}

/** How charts are laid out: one choice for all panels, kept between sessions. */
export class SharedLayout implements Disposable {
  readonly #changed = new Emitter<ChartLayout>();

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly stored: { get(): ChartLayout; set(layout: ChartLayout): Promise<void> },
  ) {}

  get value(): ChartLayout {
    return this.stored.get();
  }

  async set(layout: ChartLayout): Promise<void> {
    const stored = this.stored.set(layout);
    this.#changed.fire(layout);
    await stored;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
