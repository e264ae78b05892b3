import * as l10n from "@vscode/l10n";
import { type QuickInputButton, type QuickPickItem } from "vscode";
import { type Fleet } from "../../../fleet/fleet";
import { liveRows } from "../../../platform/quickInput/liveRows";
import { type QuickInputs } from "../../../platform/quickInput/quickInputs";
import { type Clock } from "../../../util/clock";
import { type Disposable, DisposableStore } from "../../../util/disposable";
import { isSettled } from "../../common/isSettled";
import { type NodeRef } from "../../common/nodeRef";
import { parseTemplate } from "../rows/nodeRowTemplate";
import { type EntriesContext, nodeEntries, type NodeEntry } from "./nodeEntries";

/** Figures change all the time; an open list is updated only now and then. */
const pauseMs = 5_000;
/** With more nodes than this, VS Code is slow to replace rows: 10,000 take about 0.2 s here alone. */
const manyNodes = 1_000;
const pauseOfManyMs = 20_000;

export interface GoToNodeOptions extends Omit<EntriesContext, "template"> {
  readonly inputs: Pick<QuickInputs, "createQuickPick" | "button">;
  readonly fleet: Pick<Fleet, "configured" | "servers" | "onDidChange" | "onDidChangeServers">;
  /** The setting `komari.nodes.description`. */
  readonly template: { readonly value: string };
  readonly clock: Clock;
  /** Opens the page of a node. */
  readonly open: (node: NodeRef) => unknown;
  /** Shows the row of a node in the tree. */
  readonly reveal: (node: NodeRef) => unknown;
  /** Lets the user pick the nodes to compare a node with. */
  readonly compare: (node: NodeRef) => unknown;
}

/** A quick pick over the nodes of all servers; Enter opens the page of one. */
export async function goToNode(options: GoToNodeOptions): Promise<void> {
  const { inputs, fleet, clock, open, reveal, compare } = options;
  const store = new DisposableStore();
  const pick = store.add(inputs.createQuickPick<NodeEntry & QuickPickItem>());
  pick.title = l10n.t("Go to Node");
  pick.placeholder = l10n.t("Search by name, group, region, address or state");
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  const buttons = createButtons(inputs);
  const show = liveRows(pick, ({ key }) => key);
  const update = () => {
    pick.busy = !isSettled(fleet);
    const context = { ...options, template: parseTemplate(options.template.value) };
    show(nodeEntries(fleet.servers, context).map((entry) => ({ ...entry, buttons: buttons.all })));
  };
  store.add(updateCalmly(fleet, clock, update));
  const chosen = new Promise<(() => unknown) | undefined>((resolve) => {
    pick.onDidAccept(() => {
      const [entry] = pick.activeItems;
      if (entry !== undefined) resolve(() => open(entry.node));
    });
    pick.onDidTriggerItemButton(({ item: { node }, button }) => {
      resolve(() => (button === buttons.reveal ? reveal(node) : compare(node)));
    });
    pick.onDidHide(() => resolve(undefined));
    update();
    pick.show();
  });
  const act = await chosen.finally(() => store.dispose());
  await act?.();
}

function createButtons({ button }: Pick<QuickInputs, "button">): {
  readonly reveal: QuickInputButton;
  readonly all: readonly QuickInputButton[];
} {
  const reveal = button("list-tree", l10n.t("Reveal in Nodes View"));
  return { reveal, all: [reveal, button("git-compare", l10n.t("Compare with Others…"))] };
}

/** At once when nodes came, went or are in another state; figures wait. */
function updateCalmly(
  fleet: GoToNodeOptions["fleet"],
  clock: Clock,
  update: () => void,
): Disposable {
  const store = new DisposableStore();
  let timer: Disposable | undefined;
  const run = () => {
    timer?.dispose();
    timer = undefined;
    update();
  };
  store.add(fleet.onDidChangeServers(run));
  store.add(
    fleet.onDidChange(({ change }) => {
      if (change.kind === "session" || change.structure) run();
      else timer ??= clock.setTimeout(run, pauseOf(fleet));
    }),
  );
  store.add({ dispose: () => timer?.dispose() });
  return store;
}

function pauseOf({ servers }: GoToNodeOptions["fleet"]): number {
  const nodes = servers.reduce((sum, server) => sum + server.nodes.size, 0);
  return nodes > manyNodes ? pauseOfManyMs : pauseMs;
}
