import { isDeepStrictEqual } from "node:util";
import { type Disposable, DisposableStore } from "../util/disposable";
import { Emitter, type Event } from "../util/emitter";
import { type Settings } from "./config";

export interface SettingsSource {
  current(): Settings;
  /** Something under `komari.` changed, perhaps. */
  readonly onDidChange: Event<void>;
}

/** The part of a `Setting` for users that do not own it. */
export type ReadonlySetting<T> = Pick<Setting<T>, "value" | "onDidChange">;

/** A value read from the settings, with an event that fires only if the value differs. */
export class Setting<T> implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new Emitter<T>());
  #value: T;

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly source: SettingsSource,
    private readonly read: (settings: Settings) => T,
  ) {
    this.#value = read(source.current());
    this.#disposables.add(source.onDidChange(() => this.#reread()));
  }

  get value(): T {
    return this.#value;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #reread(): void {
    const value = this.read(this.source.current());
    if (isDeepStrictEqual(value, this.#value)) return;
    this.#value = value;
    this.#changed.fire(value);
  }
}
