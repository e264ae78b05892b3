import { type WebviewPanel, window } from "vscode";
import { panelIds } from "../../manifest/contributions";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Lazy } from "../../util/lazy";
import { type ChartPanels, type OpenOptions } from "./chartPanels";
import { type Subject } from "../common/chartSubject";
import { type NodeRef } from "../common/nodeRef";

/** Loads the panels, and most of their code, when they are first used. */
export class Charts implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #panels: Lazy<ChartPanels>;

  constructor(load: () => Promise<ChartPanels>) {
    this.#panels = new Lazy(async () => this.#disposables.add(await load()));
    this.#disposables.add(
      window.registerWebviewPanelSerializer(panelIds.charts, {
        deserializeWebviewPanel: async (panel: WebviewPanel, state: unknown) => {
          (await this.#panels.get()).restore(panel, state);
        },
      }),
    );
  }

  async open(subject: Subject, options?: OpenOptions): Promise<void> {
    (await this.#panels.get()).open(subject, options);
  }

  /** Asks which nodes to show. */
  async choose(): Promise<void> {
    await (await this.#panels.get()).choose();
  }

  /** Asks which nodes to compare this one with. */
  async compare(node: NodeRef): Promise<void> {
    await (await this.#panels.get()).choose(node);
  }

  async keepOpen(): Promise<void> {
    (await this.#panels.get()).keepOpen();
  }

  async export(): Promise<void> {
    await (await this.#panels.get()).export();
  }

  /** Closes the panels of a server. */
  async closeServer(serverId: string): Promise<void> {
    (await this.#panels.loading)?.closeServer(serverId);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
