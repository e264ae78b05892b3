import { type Disposable } from "../../util/disposable";
import { type VisibilitySource } from "./visibility";
import { type WebviewPort } from "./webviewChannel";

/** One of our pages: `webview/<name>`. */
export interface PanelPage {
  readonly name: string;
  readonly viewType: string;
  /** In `media`, with `-light.svg` and `-dark.svg`. */
  readonly icon: string;
  /** Shown until the script has taken over. */
  readonly loading: string;
}

/** What the content of a panel uses of its tab. */
export interface PanelFrame extends VisibilitySource {
  readonly port: WebviewPort;
  /** Untrusted text. */
  setTitle(title: string): void;
}

/** An editor tab with a page of ours. */
export interface PanelTab extends PanelFrame, Disposable {
  readonly active: boolean;
  readonly title: string;
  /** Fires when it was shown, hidden, or activated or no longer is. */
  readonly onDidChangeState: (listener: () => void) => Disposable;
  readonly onDidDispose: (listener: () => void) => Disposable;
  /** Loads the page, also in place of one that is loaded. */
  load(page: PanelPage): void;
  reveal(preserveFocus: boolean): void;
}
