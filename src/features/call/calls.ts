import { type WebviewPanel, window } from "vscode";
import { panelIds } from "../../manifest/contributions";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Lazy } from "../../util/lazy";
import { type CallPanels } from "./callPanels";
import { type CallTarget } from "../common/callTarget";

/** Loads the call panels lazily: most of their code is not read before the first one opens. */
export class Calls implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #panels: Lazy<CallPanels>;

  constructor(load: () => Promise<CallPanels>) {
    this.#panels = new Lazy(async () => this.#disposables.add(await load()));
    this.#disposables.add(
      window.registerWebviewPanelSerializer(panelIds.call, {
        deserializeWebviewPanel: async (panel: WebviewPanel, state: unknown) => {
          (await this.#panels.get()).restore(panel, state);
        },
      }),
    );
  }

  /** @param send at once, asking first where it may do harm. */
  async open(target: CallTarget, send = false): Promise<void> {
    (await this.#panels.get()).open(target, send);
  }

  /** Closes the panels of a server. */
  async closeServer(serverId: string): Promise<void> {
    (await this.#panels.loading)?.closeServer(serverId);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
