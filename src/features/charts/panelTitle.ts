import * as l10n from "@vscode/l10n";
import { clip } from "../../shared/clip";
import { singleLine } from "../../shared/singleLine";
import { nodeLabel } from "../nodes/nodeRow";
import { type ChartServer } from "./model/chartSource";
import { serverIdsOf, type Subject } from "./subject";

const maxPartLength = 60;

type Servers = (id: string) => Pick<ChartServer, "name" | "nodes"> | undefined;

/** What a panel is of, by the names that its node and servers have, or had before they were removed. */
export class PanelTitle {
  #node: { readonly name: string; readonly uuid: string } | undefined;
  readonly #servers = new Map<string, string>();

  /** @param formerName that of the node when the window was last loaded; empty: unknown. */
  constructor(
    private readonly of: Subject,
    private readonly serverOf: Servers,
    formerName = "",
  ) {
    if (of.kind === "node") this.#node = { name: formerName, uuid: of.uuid };
    this.#learn();
  }

  /** The node, group or choice. */
  get subject(): string {
    this.#learn();
    if (this.of.kind === "nodes") return shown(this.of.label) || selectionLabel(this.of.members);
    return shown(nodeLabel(this.#node ?? { name: "", uuid: this.of.uuid }));
  }

  get server(): string {
    this.#learn();
    const ids = serverIdsOf(this.of);
    const [first = ""] = ids;
    if (ids.length > 1) return l10n.t("{0} servers", ids.length);
    return shown(this.#servers.get(first) ?? hostOf(first));
  }

  /** Of the editor's tab. */
  get whole(): string {
    return `${this.subject} — ${this.server}`;
  }

  #learn(): void {
    for (const id of serverIdsOf(this.of)) {
      const server = this.serverOf(id);
      if (server === undefined) continue;
      this.#servers.set(id, server.name);
      if (this.of.kind === "node") this.#node = server.nodes.get(this.of.uuid) ?? this.#node;
    }
  }
}

/** Several nodes that are not called anything together. */
function selectionLabel({ length }: readonly unknown[]): string {
  return l10n.t("{0} nodes", length);
}

function shown(text: string): string {
  return clip(singleLine(text).trim(), maxPartLength);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
