import * as l10n from "@vscode/l10n";
import { clip } from "../../shared/clip";
import { joinList } from "../../shared/joinList";
import { singleLine } from "../../shared/singleLine";
import { nodeLabel, type NodeRef } from "../common/nodeRef";
import { type ChartServer } from "./model/chartSource";
import { serverIdsOf, type Subject } from "../common/chartSubject";

const maxPartLength = 60;
/** Of one of several names. */
const maxNameLength = 24;

type Servers = (id: string) => Pick<ChartServer, "name" | "nodes"> | undefined;

/** The title of a panel, by the names of its node and servers, or by their last ones. */
export class PanelTitle {
  #node: { readonly name: string; readonly uuid: string } | undefined;
  readonly #servers = new Map<string, string>();

  /** @param formerName that of the node when the window was last loaded; empty: unknown. */
  constructor(
    private readonly panelSubject: Subject,
    private readonly serverOf: Servers,
    private readonly formerName = "",
  ) {
    if (panelSubject.kind === "node") this.#node = { name: formerName, uuid: panelSubject.uuid };
    this.#updateNames();
  }

  /** The node, group or choice. */
  get subject(): string {
    this.#updateNames();
    if (this.panelSubject.kind === "nodes")
      return shown(this.panelSubject.label) || this.#selectionLabel(this.panelSubject.members);
    return shown(nodeLabel(this.#node ?? { name: "", uuid: this.panelSubject.uuid }));
  }

  get server(): string {
    this.#updateNames();
    const ids = serverIdsOf(this.panelSubject);
    const [first = ""] = ids;
    if (ids.length > 1) return l10n.t("{0} servers", ids.length);
    return shown(this.#servers.get(first) ?? hostOf(first));
  }

  /** Of the editor's tab. */
  get fullTitle(): string {
    return `${this.subject} — ${this.server}`;
  }

  /** Names two nodes, so that two selections differ; by what they were called last, if they are not known yet. */
  #selectionLabel(members: readonly NodeRef[]): string {
    const names = members.flatMap(({ serverId, uuid }) => {
      const node = this.serverOf(serverId)?.nodes.get(uuid);
      return node === undefined ? [] : clip(singleLine(nodeLabel(node)).trim(), maxNameLength);
    });
    const { length } = members;
    const [first, second] = names.sort(new Intl.Collator(undefined, { numeric: true }).compare);
    if (first === undefined) return shown(this.formerName) || l10n.t("{0} nodes", length);
    if (second === undefined) return l10n.t("{0} and {1} more", first, length - 1);
    return length === 2
      ? joinList([first, second])
      : l10n.t("{0}, {1} and {2} more", first, second, length - 2);
  }

  #updateNames(): void {
    for (const id of serverIdsOf(this.panelSubject)) {
      const server = this.serverOf(id);
      if (server === undefined) continue;
      this.#servers.set(id, server.name);
      if (this.panelSubject.kind === "node")
        this.#node = server.nodes.get(this.panelSubject.uuid) ?? this.#node;
    }
  }
}

function shown(text: string): string {
  return clip(singleLine(text).trim(), maxPartLength);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
