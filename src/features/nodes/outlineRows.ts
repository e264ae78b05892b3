import { type TreeItem } from "vscode";
import { type Fleet } from "../../fleet/fleet";
import { type ServerFleet } from "../../fleet/serverFleet";
import { type Row } from "../../platform/treeRow";
import { type Format } from "../../shared/format";
import { messageElement, type NodesElement, serverElement } from "./elements";
import { isLargeFleet } from "./visibleRows";
import { type ServerMessage, serverMessage } from "./serverMessage";
import { serverAction, serverRow } from "./serverRow";
import { serverState } from "./serverState";
import { messageItem, treeItem } from "./treeItem";

/** The rows around those of nodes and groups: of servers, and messages. */
export class OutlineRows {
  readonly #elements = new Map<string, NodesElement>();
  readonly #texts = new Map<string, string>();
  /** What the rows of a server depend on besides their nodes, as of the last request for them. */
  readonly #layouts = new Map<string, string>();

  constructor(
    private readonly fleet: Pick<Fleet, "servers">,
    private readonly format: Format,
  ) {}

  /** One object per id, for VS Code knows elements by their identity. */
  intern(element: NodesElement): NodesElement {
    const known = this.#elements.get(element.id);
    if (known !== undefined) return known;
    this.#elements.set(element.id, element);
    return element;
  }

  serverItem(element: NodesElement, server: ServerFleet): TreeItem {
    const row = serverRow(server, this.format);
    this.#setDrawn(element, row);
    const item = treeItem(element, row, true);
    const action = serverAction(server);
    if (action !== undefined) item.command = action;
    return item;
  }

  messageItem(element: NodesElement, server: ServerFleet): TreeItem {
    const message = this.#messageOf(server);
    if (message === undefined) return treeItem(element);
    this.#setDrawn(element, message.row);
    return messageItem(element, message);
  }

  /** The message above the rows of a server, if there is one; its rows count as requested. */
  layOut(server: ServerFleet): readonly NodesElement[] {
    this.#layouts.set(server.id, this.#layoutOf(server));
    return this.#messageOf(server) === undefined ? [] : [this.intern(messageElement(server.id))];
  }

  /** Whether a message came or went, or the server became large or small. */
  hasNewLayout(server: ServerFleet): boolean {
    const layout = this.#layouts.get(server.id);
    return layout !== undefined && layout !== this.#layoutOf(server);
  }

  /** The drawn rows of a server whose text has changed. */
  outdated(server: ServerFleet): readonly NodesElement[] {
    const [own, message] = [serverElement(server.id), messageElement(server.id)];
    return [
      ...(this.#isOutdated(own, () => serverRow(server, this.format)) ? [own] : []),
      ...(this.#isOutdated(message, () => this.#messageOf(server)?.row) ? [message] : []),
    ].map((element) => this.intern(element));
  }

  clear(): void {
    this.#elements.clear();
    this.#texts.clear();
    this.#layouts.clear();
  }

  #setDrawn({ id }: NodesElement, row: Row): void {
    this.#texts.set(id, JSON.stringify(row));
  }

  #isOutdated({ id }: NodesElement, now: () => Row | undefined): boolean {
    const text = this.#texts.get(id);
    if (text === undefined) return false;
    const row = now();
    return row !== undefined && text !== JSON.stringify(row);
  }

  #layoutOf(server: ServerFleet): string {
    return `${this.#messageOf(server) !== undefined} ${isLargeFleet(server)}`;
  }

  /** With several servers, each shows its problem in its own row. */
  #messageOf(server: ServerFleet): ServerMessage | undefined {
    const inOwnRow = this.fleet.servers.length > 1 && serverState(server).kind !== "well";
    return inOwnRow ? undefined : serverMessage(server, this.format);
  }
}
