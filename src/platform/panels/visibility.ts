import { type Disposable, DisposableStore } from "../../util/disposable";
import { Emitter, type Event } from "../../util/emitter";

/** A view that may be hidden. */
export interface VisibilitySource {
  readonly visible: boolean;
  readonly onDidChangeVisibility: Event<boolean>;
}

/** A visibility set by its owner. */
export class Visibility implements VisibilitySource, Disposable {
  readonly #changed = new Emitter<boolean>();
  #visible = false;

  readonly onDidChangeVisibility = this.#changed.event;

  get visible(): boolean {
    return this.#visible;
  }

  set(visible: boolean): void {
    if (visible === this.#visible) return;
    this.#visible = visible;
    this.#changed.fire(visible);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** Visible while any of several views is. */
export class AnyVisible implements VisibilitySource, Disposable {
  readonly #disposables = new DisposableStore();
  readonly #visibility = this.#disposables.add(new Visibility());

  readonly onDidChangeVisibility = this.#visibility.onDidChangeVisibility;

  constructor(private readonly views: readonly VisibilitySource[]) {
    for (const view of views) {
      this.#disposables.add(view.onDidChangeVisibility(() => this.#update()));
    }
    this.#update();
  }

  get visible(): boolean {
    return this.#visibility.visible;
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #update(): void {
    this.#visibility.set(this.views.some(({ visible }) => visible));
  }
}
