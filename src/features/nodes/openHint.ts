import { type Fleet } from "../../fleet/fleet";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Emitter } from "../../util/emitter";
import { type Stored } from "../tree/viewState";
import { reportUnexpectedError } from "../../util/unexpectedErrors";

/** A hint on how to open a node, shown only once: when the first server is added, until it is dismissed. */
export class OpenHint implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new Emitter<undefined>());
  #visible = false;
  #wasEmpty = false;

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly fleet: Pick<Fleet, "onDidChangeServers"> & {
      readonly servers: readonly unknown[];
    },
    private readonly shown: Stored<boolean>,
  ) {
    this.#disposables.add(fleet.onDidChangeServers(() => this.#serversChanged()));
  }

  get visible(): boolean {
    return this.#visible;
  }

  dismiss(): void {
    this.#setVisible(false);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #serversChanged(): void {
    const isEmpty = this.fleet.servers.length === 0;
    if (isEmpty) this.dismiss();
    else if (this.#wasEmpty && !this.shown.get()) {
      this.#setVisible(true);
      this.shown.set(true).catch(reportUnexpectedError);
    }
    this.#wasEmpty = isEmpty;
  }

  #setVisible(visible: boolean): void {
    if (this.#visible === visible) return;
    this.#visible = visible;
    this.#changed.fire(undefined);
  }
}
