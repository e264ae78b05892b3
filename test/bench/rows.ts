// How often the texts of rows change without user input: a count, the same in every run.
import { type NodeElement } from "../../src/features/nodes/nodeElements";
import { ageOf, factsOf, type RowsServer } from "../../src/features/nodes/nodeRows";
import { nodeRow } from "../../src/features/nodes/rows/nodeRow";
import { parseTemplate } from "../../src/features/nodes/rows/nodeRowTemplate";
import { NodeStore } from "../../src/fleet/nodes/nodeStore";
import { decodeNodes } from "../../src/komari/decode/nodes";
import { decodeLatestStatus } from "../../src/komari/decode/status";
import { defaultNodesDescription } from "../../src/settings/config";
import { parseJson } from "../../src/util/json";
import { FakeClock } from "../builders/fakeClock";
import { type NodeRowElement, rowsSource, type ServerRows } from "../builders/serverRows";
import { wholeAnswer } from "../builders/status";
import { startSimulator } from "../simulator/simulator";
import { ask, resultOf } from "./answers";
import { createRows, format } from "./benchRows";
import { report } from "./figure";

const nodeCount = 40;
const shownCount = 35;
const pollMs = 2_000;
const polls = 300;

const template = parseTemplate(defaultNodesDescription);

/** Texts of rows, and how often they became others. */
class Texts {
  readonly #texts = new Map<NodeRowElement, string | undefined>();
  changes = 0;

  set(element: NodeRowElement, text: string | undefined): void {
    if (this.#texts.has(element) && this.#texts.get(element) !== text) this.changes += 1;
    this.#texts.set(element, text);
  }

  get perSecond(): number {
    return (this.changes / polls) * (1000 / pollMs);
  }
}

/** The first node rows of a Nodes view, and the same rows drawn at every change. */
class View {
  readonly #elements: readonly NodeElement[];
  readonly shown = new Texts();
  readonly restless = new Texts();

  constructor(
    private readonly rows: ServerRows,
    private readonly server: RowsServer,
  ) {
    this.#elements = rows
      .roots()
      .flatMap((root) => [root, ...this.#below(root)])
      .filter((element) => element.kind === "node")
      .slice(0, shownCount);
    this.#draw(this.#elements);
  }

  update(change: Parameters<ServerRows["update"]>[0]): void {
    const touched = this.rows.update(change);
    if (touched === "all") throw new Error("Groups came or went: that is another thing to count.");
    // VS Code asks for the rows of a group with it.
    const drawn = new Set(touched.flatMap((element) => [element, ...this.#below(element)]));
    this.#draw(this.#elements.filter((element) => drawn.has(element)));
    for (const element of this.#elements) this.restless.set(element, this.#textNow(element));
  }

  #below(element: NodeRowElement): readonly NodeRowElement[] {
    return element.kind === "group" ? this.rows.childrenOf(element) : [];
  }

  #draw(elements: readonly NodeElement[]): void {
    for (const element of elements) {
      this.shown.set(element, this.rows.rowOf(element)?.description);
    }
  }

  #textNow({ uuid }: NodeElement): string | undefined {
    const facts = factsOf(this.server, uuid);
    if (facts === undefined) return undefined;
    const age = ageOf(this.server, facts);
    return nodeRow(facts, { format, template, isFavorite: false, age, serverTime: 0 }).description;
  }
}

async function main(): Promise<void> {
  const clock = new FakeClock();
  const simulator = await startSimulator({ profile: "1.4.3", nodes: nodeCount, clock });
  const read = async (method: string) => resultOf(parseJson(await ask(simulator.url, method)));
  const poll = async () => decodeLatestStatus(await read("common:getNodesLatestStatus"));
  const store = new NodeStore();
  const readStatuses = async () => store.setStatuses(wholeAnswer(await poll()), clock.now()).change;
  store.setNodes(decodeNodes(await read("common:getNodes"), clock.now()).nodes);
  await readStatuses();
  const view = new View(createRows(store, clock), rowsSource(store, clock));
  for (let round = 0; round < polls; round++) {
    clock.advance(pollMs);
    view.update({ kind: "nodes", ...(await readStatuses()) });
  }
  await simulator.stop();
  const [value, floor] = [view.shown.perSecond, view.restless.perSecond];
  report([
    {
      what: `changed texts of ${shownCount} nodes, a poll each ${pollMs / 1000} s`,
      against: "every change drawn",
      ratio: value / floor,
      goal: 1,
      absolute: { value, floor, unit: "texts/s", goal: 3 },
    },
  ]);
}

void main();
