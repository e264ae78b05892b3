import { type ChartLayout } from "../../shared/chartApi";
import { type Disposable } from "../../util/disposable";
import { Emitter } from "../../util/emitter";

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
