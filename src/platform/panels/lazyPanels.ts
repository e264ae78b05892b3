import { type Uri, type WebviewPanel, window } from "vscode";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Lazy } from "../../util/lazy";
import { type PanelTab } from "./panelTab";
import { Visibility, type VisibilitySource } from "./visibility";
import { WebviewTab } from "./webviewTab";

/** A feature that shows panels. */
export interface PanelFeature extends Disposable {
  readonly panels: VisibilitySource & {
    restore(tab: PanelTab, state: unknown): void;
    closeServer(serverId: string): void;
  };
}

/** The panels of a feature, whose code is loaded when the first one is opened or restored. */
export class LazyPanels<Feature extends PanelFeature> implements VisibilitySource, Disposable {
  readonly #disposables = new DisposableStore();
  readonly #visibility = this.#disposables.add(new Visibility());
  readonly #feature: Lazy<Feature>;

  readonly onDidChangeVisibility = this.#visibility.onDidChangeVisibility;

  constructor(extension: Uri, viewType: string, load: () => Promise<Feature>) {
    this.#feature = new Lazy(async () => {
      const feature = this.#disposables.add(await load());
      const { panels } = feature;
      this.#disposables.add(panels.onDidChangeVisibility((any) => this.#visibility.set(any)));
      return feature;
    });
    this.#disposables.add(
      window.registerWebviewPanelSerializer(viewType, {
        deserializeWebviewPanel: (panel: WebviewPanel, state: unknown) =>
          this.use(({ panels }) => panels.restore(new WebviewTab(extension, panel), state)),
      }),
    );
  }

  /** Whether any panel is visible. */
  get visible(): boolean {
    return this.#visibility.visible;
  }

  async use<Result>(work: (feature: Feature) => Result | Promise<Result>): Promise<Result> {
    return await work(await this.#feature.get());
  }

  /** Closes the panels that are of this server alone. */
  async closeServer(serverId: string): Promise<void> {
    (await this.#feature.loading)?.panels.closeServer(serverId);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
