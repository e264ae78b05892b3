import { env, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import { type Event } from "../../util/emitter";
import { type PanelPage, type PanelTab } from "./panelTab";
import { webviewHtml } from "./webviewHtml";

/** Opens a tab in the active column; `load` then fills it. */
export function openWebviewTab(
  extension: Uri,
  { viewType }: PanelPage,
  title: string,
  preserveFocus: boolean,
): PanelTab {
  const place = { viewColumn: ViewColumn.Active, preserveFocus };
  return new WebviewTab(extension, window.createWebviewPanel(viewType, title, place));
}

/** The tab of a webview panel, a new one or one that VS Code has restored. */
export class WebviewTab implements PanelTab {
  readonly onDidChangeVisibility: Event<boolean>;

  constructor(
    private readonly extension: Uri,
    private readonly panel: WebviewPanel,
  ) {
    this.onDidChangeVisibility = (listener) => {
      let { visible } = panel;
      return panel.onDidChangeViewState(() => {
        if (panel.visible === visible) return;
        visible = panel.visible;
        listener(visible);
      });
    };
  }

  get port() {
    return this.panel.webview;
  }

  get visible(): boolean {
    return this.panel.visible;
  }

  get active(): boolean {
    return this.panel.active;
  }

  get title(): string {
    return this.panel.title;
  }

  readonly onDidChangeState = (listener: () => void) => this.panel.onDidChangeViewState(listener);

  readonly onDidDispose = (listener: () => void) => this.panel.onDidDispose(listener);

  setTitle(title: string): void {
    if (this.panel.title !== title) this.panel.title = title;
  }

  load(page: PanelPage): void {
    const { webview, title } = this.panel;
    const folder = Uri.joinPath(this.extension, "dist", "webview");
    const address = (file: string) => webview.asWebviewUri(Uri.joinPath(folder, file)).toString();
    const icon = (theme: string) =>
      Uri.joinPath(this.extension, "media", `${page.icon}-${theme}.svg`);
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    this.panel.iconPath = { light: icon("light"), dark: icon("dark") };
    webview.html = webviewHtml({
      cspSource: webview.cspSource,
      script: address(`${page.name}.js`),
      style: address(`${page.name}.css`),
      locale: env.language,
      title,
      loading: page.loading,
    });
  }

  reveal(preserveFocus: boolean): void {
    this.panel.reveal(undefined, preserveFocus);
  }

  dispose(): void {
    this.panel.dispose();
  }
}
