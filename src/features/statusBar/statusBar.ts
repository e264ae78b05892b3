import * as l10n from "@vscode/l10n";
import { MarkdownString, StatusBarAlignment, type StatusBarItem, ThemeColor, window } from "vscode";
import { statusBarId, viewIds } from "../../contributions";
import { type Fleet } from "../../fleet/fleet";
import { type Setting } from "../../platform/setting";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type StatusBarText, statusBarText } from "./statusBarText";

/** One item for the whole fleet. It is written only when it reads differently. */
export class StatusBar implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #item: StatusBarItem;
  #shown: string | undefined;

  constructor(
    private readonly fleet: Fleet,
    private readonly warnWhenOffline: Setting<boolean>,
  ) {
    this.#item = this.#disposables.add(
      window.createStatusBarItem(statusBarId, StatusBarAlignment.Left, 0),
    );
    this.#item.name = l10n.t("Komari: nodes online");
    this.#item.command = `${viewIds.nodes}.focus`;
    const update = () => this.#update();
    this.#disposables.add(fleet.onDidChangeServers(update));
    this.#disposables.add(fleet.onDidChange(update));
    this.#disposables.add(warnWhenOffline.onDidChange(update));
    this.#update();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #update(): void {
    const text = statusBarText(this.fleet.servers, this.warnWhenOffline.value);
    const written = JSON.stringify(text);
    if (written === this.#shown) return;
    this.#shown = written;
    if (text === undefined) this.#item.hide();
    else this.#write(text);
  }

  #write({ text, tooltip, accessibleLabel, warning }: StatusBarText): void {
    this.#item.text = text;
    this.#item.tooltip = new MarkdownString(tooltip);
    this.#item.accessibilityInformation = { label: accessibleLabel };
    this.#item.backgroundColor = warning
      ? new ThemeColor("statusBarItem.warningBackground")
      : undefined;
    this.#item.show();
  }
}
