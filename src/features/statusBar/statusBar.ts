import { MarkdownString, StatusBarAlignment, type StatusBarItem, ThemeColor, window } from "vscode";
import { commandIds, statusBarId, viewIds } from "../../manifest/contributions";
import { type Fleet } from "../../fleet/fleet";
import { type StatusBarClick } from "../../settings/config";
import { type Setting } from "../../settings/setting";
import { type Format } from "../../shared/format";
import { type Clock } from "../../util/clock";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { ThrottledWriter } from "./throttledWriter";
import { type StatusBarText, statusBarText } from "./statusBarText";
import { statusBarTooltip } from "./statusBarTooltip";

interface Shown extends StatusBarText {
  readonly tooltip: ReturnType<typeof statusBarTooltip>;
  readonly opens: StatusBarClick;
}

export interface StatusBarSettings {
  readonly warnWhenOffline: Setting<boolean>;
  readonly statusBarClick: Setting<StatusBarClick>;
}

const openCommands = { nodes: `${viewIds.nodes}.focus`, fleet: commandIds.openFleet } as const;

/** One item for the whole fleet. */
export class StatusBar implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #item: StatusBarItem;
  readonly #writer: ThrottledWriter<Shown>;

  constructor(
    private readonly fleet: Fleet,
    private readonly settings: StatusBarSettings,
    private readonly format: Format,
    clock: Clock,
  ) {
    this.#item = this.#disposables.add(
      window.createStatusBarItem(statusBarId, StatusBarAlignment.Left, 0),
    );
    this.#item.name = "Komari";
    this.#writer = this.#disposables.add(
      new ThrottledWriter({
        read: () => this.#read(),
        write: (shown) => this.#write(shown),
        clock,
      }),
    );
    const update = () => this.#writer.update();
    this.#disposables.add(fleet.onDidChangeServers(update));
    this.#disposables.add(fleet.onDidChange(update));
    this.#disposables.add(fleet.onDidChangePaused(update));
    this.#disposables.add(settings.warnWhenOffline.onDidChange(update));
    this.#disposables.add(settings.statusBarClick.onDidChange(update));
    update();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #read(): Shown | undefined {
    const { servers, paused } = this.fleet;
    const warnWhenOffline = this.settings.warnWhenOffline.value;
    const context = { paused, format: this.format, warnWhenOffline };
    const text = statusBarText(servers, context);
    const opens = this.settings.statusBarClick.value;
    return text && { ...text, tooltip: statusBarTooltip(servers, context), opens };
  }

  #write(shown: Shown | undefined): void {
    if (shown === undefined) {
      this.#item.hide();
      return;
    }
    const { text, tooltip, accessibleLabel, warning, dimmed, signInTo, opens } = shown;
    this.#item.text = text;
    this.#item.tooltip = toMarkdown(tooltip);
    this.#item.accessibilityInformation = { label: accessibleLabel };
    this.#item.backgroundColor = warning
      ? new ThemeColor("statusBarItem.warningBackground")
      : undefined;
    this.#item.color = dimmed ? new ThemeColor("disabledForeground") : undefined;
    this.#item.command =
      signInTo === undefined
        ? openCommands[opens]
        : { title: text, command: commandIds.signIn, arguments: [{ serverId: signInTo }] };
    this.#item.show();
  }
}

function toMarkdown({ markdown, commands }: Shown["tooltip"]): MarkdownString {
  const tooltip = new MarkdownString(markdown, true);
  tooltip.isTrusted = { enabledCommands: [...commands] };
  return tooltip;
}
