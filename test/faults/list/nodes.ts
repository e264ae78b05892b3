import { type Fault, seconds } from "../fault";
import { type World } from "../world";

interface Churn {
  readonly id: string;
  readonly fault: string;
  readonly change: (world: World) => void;
  /** Nodes in the end. */
  readonly total: number;
  /** So long it may take until they are shown: lists are read once a minute. */
  readonly withinMs?: number;
}

function churn({ id, fault, change, total, withinMs = seconds(61) }: Churn): Fault {
  return {
    id: `nodes-${id}`,
    fault,
    seen: `The ${total} nodes that there are`,
    promise: "Shown within a minute; no message, no storm",
    test: async (world) => {
      await world.becomeLive();
      change(world);
      await world.until(() => world.server.nodes.size === total, withinMs, `${total} nodes`);
      const { texts } = await world.watch(seconds(30));
      const shown = world.server.nodes.size;
      if (shown !== total || texts.some((text) => !text.includes("no nodes"))) {
        throw new Error(`${shown} nodes, ${texts.join()}`);
      }
    },
  };
}

const uuids = ({ simulator }: World): readonly string[] =>
  simulator.fleet.nodes.map(({ uuid }) => uuid);

/** Nodes that come and go. */
export const nodeFaults: readonly Fault[] = [
  churn({
    id: "added",
    fault: "A node is added",
    change: ({ simulator }) => void simulator.fleet.add({}),
    total: 6,
  }),
  churn({
    id: "many-added",
    fault: "Two hundred nodes are added at once",
    change: ({ simulator }) => {
      for (let count = 0; count < 200; count += 1) simulator.fleet.add({});
    },
    total: 205,
  }),
  churn({
    id: "removed",
    fault: "Nodes are removed, all but one",
    change: (world) =>
      uuids(world)
        .slice(1)
        .forEach((uuid) => world.simulator.fleet.remove(uuid)),
    total: 1,
  }),
  churn({
    id: "all-removed",
    fault: "All nodes are removed",
    change: (world) => uuids(world).forEach((uuid) => world.simulator.fleet.remove(uuid)),
    total: 0,
  }),
  churn({
    id: "replaced",
    fault: "All nodes are removed, and as many added",
    change: (world) => {
      uuids(world).forEach((uuid) => world.simulator.fleet.remove(uuid));
      for (let count = 0; count < 7; count += 1) world.simulator.fleet.add({});
    },
    total: 7,
  }),
];
