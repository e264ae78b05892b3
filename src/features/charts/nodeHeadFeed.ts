import { type Event } from "../../util/emitter";
import { type Format } from "../../shared/format";
import { type NodeHead } from "../../shared/chartApi";
import { type NodeRef } from "../common/nodeRef";
import { type Regions } from "../nodes/arrange/regions";
import { ageOf, factsOf, type RowsServer } from "../nodes/nodeRows";
import { nodeHead } from "./model/nodeHead";

/** What heads are made from besides a node. */
export interface HeadSources {
  readonly regions: Regions;
  readonly favorites: {
    readonly favorites: ReadonlySet<string>;
    readonly onDidChange: Event<unknown>;
  };
  /** The nodes among which one stands in the tree, in their order. */
  readonly siblingsOf: (node: NodeRef) => readonly string[];
}

/** Sends a page the head of its node, whenever it says something else. */
export class NodeHeadFeed {
  #sent: string | undefined;

  constructor(
    private readonly node: NodeRef,
    private readonly sources: HeadSources,
    private readonly format: Format,
    private readonly post: (head: NodeHead | undefined) => void,
  ) {}

  /** The page has none. */
  reset(): void {
    this.#sent = undefined;
  }

  send(server: RowsServer | undefined): void {
    const head = server && this.#headOf(server);
    const written = JSON.stringify(head ?? null);
    if (written === this.#sent) return;
    this.#sent = written;
    this.post(head);
  }

  #headOf(server: RowsServer): NodeHead | undefined {
    const { uuid } = this.node;
    const facts = factsOf(server, uuid);
    if (facts === undefined) return undefined;
    const { favorites, regions, siblingsOf } = this.sources;
    const siblings = siblingsOf(this.node);
    const index = siblings.indexOf(uuid);
    return nodeHead(facts, {
      format: this.format,
      regions,
      age: ageOf(server, facts),
      serverTime: server.serverTime(),
      favorite: favorites.favorites.has(uuid),
      place: index < 0 ? undefined : { index, count: siblings.length },
    });
  }
}
