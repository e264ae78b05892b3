import { env, Uri, ViewColumn, type WebviewOptions, type WebviewPanel, window } from "vscode";
import { webviewHtml } from "./webviewHtml";

/** One of our pages: `webview/<name>`. */
export interface PanelPage {
  readonly name: string;
  readonly viewType: string;
  /** In `media`, with `-light.svg` and `-dark.svg`. */
  readonly icon: string;
  /** Untrusted text. */
  readonly title: string;
  readonly loading: string;
}

/** Opens a panel in the active column; `showPage` then fills it. */
export function createPanel({ viewType, title }: PanelPage, preserveFocus = false): WebviewPanel {
  return window.createWebviewPanel(viewType, title, {
    viewColumn: ViewColumn.Active,
    preserveFocus,
  });
}

/** Shows a page of ours in a panel, a new one or one that VS Code has brought back. */
export function showPage(panel: WebviewPanel, extension: Uri, page: PanelPage): void {
  const { webview } = panel;
  const folder = Uri.joinPath(extension, "dist", "webview");
  const options: WebviewOptions = { enableScripts: true, localResourceRoots: [folder] };
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(folder, file)).toString();
  const icon = (theme: string) => Uri.joinPath(extension, "media", `${page.icon}-${theme}.svg`);
  webview.options = options;
  panel.title = page.title;
  panel.iconPath = { light: icon("light"), dark: icon("dark") };
  webview.html = webviewHtml({
    cspSource: webview.cspSource,
    script: address(`${page.name}.js`),
    style: address(`${page.name}.css`),
    locale: env.language,
    title: page.title,
    loading: page.loading,
  });
}
