import { type WebviewPanel, window } from "vscode";
import { panelIds } from "../../contributions";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type ChartPanels, type OpenOptions } from "./chartPanels";
import { type NodeRef, type Subject } from "./subject";

/** Stands in for the panels until somebody wants to see charts: most of their code is not read before. */
export class Charts implements Disposable {
  readonly #disposables = new DisposableStore();
  #panels: Promise<ChartPanels> | undefined;

  constructor(private readonly load: () => Promise<ChartPanels>) {
    this.#disposables.add(
      window.registerWebviewPanelSerializer(panelIds.charts, {
        deserializeWebviewPanel: async (panel: WebviewPanel, state: unknown) => {
          (await this.#loaded()).restore(panel, state);
        },
      }),
    );
  }

  async open(subject: Subject, options?: OpenOptions): Promise<void> {
    (await this.#loaded()).open(subject, options);
  }

  /** Asks which nodes to show. */
  async choose(): Promise<void> {
    await (await this.#loaded()).choose();
  }

  /** Asks which nodes to compare this one with. */
  async compare(node: NodeRef): Promise<void> {
    await (await this.#loaded()).choose(node);
  }

  async keepOpen(): Promise<void> {
    (await this.#loaded()).keepOpen();
  }

  async export(): Promise<void> {
    await (await this.#loaded()).export();
  }

  /** Closes the panels of a server. */
  async closeServer(serverId: string): Promise<void> {
    (await this.#panels)?.closeServer(serverId);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #loaded(): Promise<ChartPanels> {
    this.#panels ??= this.load().then((panels) => this.#disposables.add(panels));
    return this.#panels;
  }
}
