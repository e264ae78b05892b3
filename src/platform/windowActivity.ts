import { type WindowState } from "vscode";
import { type Clock } from "../util/clock";
import { type Disposable, DisposableStore } from "../util/disposable";
import { Emitter } from "../util/emitter";

/** The part of `vscode.window` that reports its focus. */
export interface WindowFocus {
  readonly state: Pick<WindowState, "focused">;
  onDidChangeWindowState(listener: (state: Pick<WindowState, "focused">) => void): Disposable;
}

/** Whether this window has the focus, and since when. */
export class WindowActivity implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new Emitter<boolean>());
  #focused: boolean;
  #since: number;

  /** Fires with true when the focus comes, false when it goes. */
  readonly onDidChangeFocus = this.#changed.event;

  constructor(
    window: WindowFocus,
    private readonly clock: Clock,
  ) {
    this.#focused = window.state.focused;
    this.#since = clock.now();
    this.#disposables.add(window.onDidChangeWindowState(({ focused }) => this.#set(focused)));
  }

  get focused(): boolean {
    return this.#focused;
  }

  /** When the focus last came or went, by `Clock.now`. */
  get since(): number {
    return this.#since;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #set(focused: boolean): void {
    if (focused === this.#focused) return;
    this.#focused = focused;
    this.#since = this.clock.now();
    this.#changed.fire(focused);
  }
}
