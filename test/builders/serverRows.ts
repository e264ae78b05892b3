import { type GroupKey } from "../../src/features/nodes/arrange/arrange";
import { Regions } from "../../src/features/nodes/arrange/regions";
import { defaultChoices, type ViewChoices } from "../../src/features/nodes/arrange/viewChoices";
import { type NodeElement } from "../../src/features/nodes/nodeElements";
import {
  NodeRows,
  type NodeRowsContext,
  type NodesChange,
  type RowsServer,
} from "../../src/features/nodes/nodeRows";
import { type GroupElement, type RowElement } from "../../src/features/tree/elements";
import { GroupedRows } from "../../src/features/tree/groupedRows";
import { NodeStore } from "../../src/fleet/nodes/nodeStore";
import { type KomariNode, type NodeStatus } from "../../src/komari/model/model";
import { createFormat } from "../../src/shared/format";
import { FakeClock } from "./fakeClock";
import { buildNode } from "./node";
import { readyState } from "./serverView";
import { buildStatus, statusMap, wholeAnswer } from "./status";

export type NodeRowElement = RowElement<GroupKey, NodeElement>;
export type ServerRows = GroupedRows<GroupKey, NodeElement, NodesChange>;

/** The rows of a server as the Nodes view makes them. */
export function nodeRows(server: RowsServer, context: NodeRowsContext): ServerRows {
  return new GroupedRows(new NodeRows(server, context), context.clock);
}

/** The minimum time that a row stays unchanged. */
export const calmMs = 8_000;

export const start = Date.UTC(2026, 0, 1, 12);

/** Every row may be seen. */
export const allOnScreen = { isOnScreen: () => true };

/** A server that is ready, whose nodes are those of the store. */
export function rowsSource(store: NodeStore, clock: FakeClock): RowsServer {
  return {
    id: "s",
    get nodes() {
      return store.nodes;
    },
    status: (uuid) => store.status(uuid),
    presence: (uuid) => store.presence(uuid),
    troubles: (uuid) => store.troubles(uuid),
    ageOf: (time) => clock.now() - time,
    serverTime: () => clock.now(),
    session: { state: readyState() },
  };
}

/** Rows over a real store: `report` and `describe` are what a poll brings. */
export function createRows(
  nodes: readonly KomariNode[],
  choices: Partial<ViewChoices> = {},
  visibleRows: NodeRowsContext["visibleRows"] = allOnScreen,
) {
  const clock = new FakeClock(start);
  const store = new NodeStore();
  const server = rowsSource(store, clock);
  const state = { choices: { ...defaultChoices, ...choices }, favorites: new Set<string>() };
  const template = { value: "{cpu}" };
  const rows = nodeRows(server, {
    state,
    clock,
    template,
    format: createFormat("en"),
    collator: new Intl.Collator("en"),
    regions: new Regions("en"),
    visibleRows,
  });
  const reported = (change: Omit<NodesChange, "kind">) => rows.update({ kind: "nodes", ...change });
  const report = (...statuses: NodeStatus[]) =>
    reported(store.setStatuses(wholeAnswer(statusMap(...statuses)), clock.now()).change);
  const redescribe = (...described: KomariNode[]) => reported(store.setNodes(described));
  store.setNodes(nodes);
  store.setStatuses(wholeAnswer(statusMap(...nodes.map(({ uuid }) => status(uuid)))), start);
  return { rows, server, clock, state, report, redescribe, show: () => show(rows) };
}

export function status(uuid: string, overrides: Partial<NodeStatus> = {}): NodeStatus {
  return buildStatus({ uuid, time: start, cpu: 10, ...overrides });
}

export function node(uuid: string, overrides: Partial<KomariNode> = {}): KomariNode {
  return buildNode({ uuid, name: uuid, ...overrides });
}

/** Asks for every row as VS Code does when all is expanded. */
export function show(rows: ServerRows): readonly NodeRowElement[] {
  const roots = rows.roots();
  const children = roots.flatMap((root) => (root.kind === "group" ? rows.childrenOf(root) : []));
  const all = [...roots, ...children];
  for (const element of all) rows.rowOf(element);
  return all;
}

export function names(elements: readonly NodeRowElement[] | "all"): readonly string[] | "all" {
  if (elements === "all") return elements;
  return elements.map((element) =>
    element.kind === "node" ? element.uuid : `group ${JSON.stringify(element.key)}`,
  );
}

export const groupOf = (value: string) => `group ${JSON.stringify({ kind: "value", value })}`;

export function isGroup(element: NodeRowElement): element is GroupElement<GroupKey> {
  return element.kind === "group";
}
