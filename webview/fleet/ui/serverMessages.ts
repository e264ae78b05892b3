import * as l10n from "@vscode/l10n";
import { type FleetServer, type ServerMessageText } from "../../../src/shared/fleet/fleetApi";
import { button, element } from "../../lib/dom";
import { icon, type IconName } from "../../lib/icons";

const icons = {
  notConnected: "disconnected",
  warning: "warning",
  key: "key",
  information: "info",
  busy: "loading",
} as const satisfies Readonly<Record<ServerMessageText["kind"], IconName>>;

/** What is wrong with servers as a whole: a line for each, with what can be done. */
export class ServerMessages {
  readonly element = element("div", { class: "messages", role: "status" });
  readonly #closed = new Set<string>();
  #shown = "";
  #servers: readonly FleetServer[] = [];

  constructor(private readonly onAct: (serverId: string) => void) {}

  update(servers: readonly FleetServer[]): void {
    this.#servers = servers;
    const messages = servers.flatMap(({ id, message }) =>
      message === undefined || this.#closed.has(keyOf(id, message)) ? [] : [{ id, message }],
    );
    const shown = JSON.stringify(messages);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.element.replaceChildren(...messages.map(({ id, message }) => this.#line(id, message)));
  }

  #line(id: string, message: ServerMessageText): HTMLElement {
    const { kind, sentence, action } = message;
    const close = button({
      icon: icon("close"),
      label: l10n.t("Hide"),
      class: "icon-only",
      onClick: () => {
        this.#closed.add(keyOf(id, message));
        this.update(this.#servers);
      },
    });
    const onClick = () => this.onAct(id);
    const link =
      action === undefined ? undefined : button({ text: action, class: "link", onClick });
    const text = element("span", { class: "message-text", title: sentence }, sentence);
    const mark = element("span", { class: `mark ${kind}` }, icon(icons[kind]));
    const parts = [mark, text, link, element("span", { class: "spacer" }), close];
    return element("div", { class: "message" }, ...parts);
  }
}

/** A message that was hidden comes back once it is another one. */
function keyOf(id: string, { kind, action }: ServerMessageText): string {
  return `${id} ${kind} ${action ?? ""}`;
}
