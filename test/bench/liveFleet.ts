import { type NodeChange } from "../../src/fleet/nodes/nodeChange";
import { NodeStore } from "../../src/fleet/nodes/nodeStore";
import { type KomariNode, type NodeStatus } from "../../src/komari/model/model";
import { FakeClock } from "../builders/fakeClock";
import { type NodeRowElement, type ServerRows } from "../builders/serverRows";
import { wholeAnswer } from "../builders/status";
import { createRows } from "./benchRows";

export type Statuses = ReadonlyMap<string, NodeStatus>;

/** A server's nodes and rows, without the poller and the tree around them. */
export class LiveFleet {
  readonly #clock = new FakeClock();
  readonly #store = new NodeStore();
  readonly #rows: ServerRows;

  /** With `shown` rows on screen. */
  constructor(nodes: readonly KomariNode[], statuses: Statuses, shown: number) {
    this.#rows = createRows(this.#store, this.#clock);
    this.#store.setNodes(nodes);
    this.compare(statuses);
    this.#show(shown);
  }

  /** What an answer sets off, up to the rows that VS Code is told to draw anew. */
  update(statuses: Statuses): readonly NodeRowElement[] {
    const touched = this.#rows.update({ kind: "nodes", ...this.compare(statuses) });
    if (touched === "all") throw new Error("Rows moved: that is another thing to measure.");
    return touched;
  }

  /** The same when only these nodes were asked for. */
  updatePart(uuids: readonly string[], statuses: Statuses): void {
    const { change } = this.#store.setStatuses(
      { uuids, statuses, source: "statuses" },
      this.#clock.now(),
    );
    this.#rows.update({ kind: "nodes", ...change });
  }

  compare(statuses: Statuses): NodeChange {
    return this.#store.setStatuses(wholeAnswer(statuses), this.#clock.now()).change;
  }

  draw(elements: readonly NodeRowElement[]): void {
    for (const element of elements) this.#rows.rowOf(element);
  }

  #show(count: number): void {
    const groups = this.#rows.roots();
    const rows = groups.flatMap((group) =>
      group.kind === "group" ? this.#rows.childrenOf(group) : [],
    );
    this.draw([...groups, ...rows.slice(0, count)]);
  }
}
