import { type NodeFacts } from "../../fleet/nodes/nodeFacts";
import { type ServerChange, type ServerFleet } from "../../fleet/serverFleet";
import { type Clock } from "../../util/clock";
import { arrange, type ArrangeInput, type Arrangement, type GroupKey } from "./arrange";
import { isVolatile } from "./compareNodes";
import { groupElement } from "./elements";
import { isLargeFleet } from "./visibleRows";
import { type ViewChoices } from "./viewChoices";

/** The parts of a server that its rows are made from. */
export type RowsSource = Pick<
  ServerFleet,
  "id" | "nodes" | "status" | "presence" | "troubles" | "ageOf" | "serverTime"
> & {
  readonly session: Pick<ServerFleet["session"], "state">;
};

export type NodesChange = Extract<ServerChange, { readonly kind: "nodes" }>;

export interface ArrangementContext extends Pick<ArrangeInput, "collator" | "regions"> {
  readonly state: Pick<ArrangeInput, "choices" | "favorites">;
  readonly clock: Clock;
}

/**
 * Rows sorted by a live value, and those of a large server, are re-sorted at most this often: VS Code requests
 * all rows of a group again when one of them moves.
 */
const resortAfterMs = 10_000;

/** The rows of a server and their order, computed on demand and cached. */
export class ServerArrangement {
  #arrangement: Arrangement | undefined;
  /** The arrangement's groups by the id of their element. */
  #uuidsById: ReadonlyMap<string, readonly string[]> | undefined;
  #arrangedAt = 0;
  /** The state of a node has changed since, and with it perhaps its position. */
  #isOutdated = false;

  constructor(
    private readonly server: RowsSource,
    private readonly context: ArrangementContext,
  ) {}

  get now(): Arrangement {
    this.#arrangement ??= this.#arrange();
    return this.#arrangement;
  }

  /** The nodes of a group, in their order. */
  uuidsOf(groupId: string): readonly string[] {
    this.#uuidsById ??= new Map(
      this.now.groups.map(({ key, uuids }) => [groupElement(this.server.id, key).id, uuids]),
    );
    return this.#uuidsById.get(groupId) ?? [];
  }

  reset(): void {
    this.#arrangement = undefined;
    this.#uuidsById = undefined;
  }

  /** The groups whose rows were added, removed or moved; `all` if groups were. */
  update(change: NodesChange): readonly GroupKey[] | "all" {
    if (this.#arrangement === undefined) return [];
    const { choices } = this.context.state;
    this.#isOutdated ||=
      (change.presence && dependsOnPresence(choices)) ||
      (change.trouble && choices.groupBy === "trouble");
    const mayResort = this.context.clock.now() >= this.#arrangedAt + resortAfterMs;
    const isDue = this.#isOutdated
      ? mayResort || !isLargeFleet(this.server)
      : mayResort && isVolatile(choices.sortBy);
    if (!change.structure && !isDue) return [];
    const before = this.#arrangement;
    this.#arrangement = this.#arrange();
    return movedGroups(before, this.#arrangement);
  }

  #arrange(): Arrangement {
    const { state, collator, regions, clock } = this.context;
    const session = this.server.session.state;
    this.#arrangedAt = clock.now();
    this.#isOutdated = false;
    this.#uuidsById = undefined;
    return arrange({
      nodes: [...this.server.nodes.keys()].flatMap((uuid) => factsOf(this.server, uuid) ?? []),
      choices: state.choices,
      favorites: state.favorites,
      offlinePosition:
        session.kind === "ready" ? session.identity.publicInfo.offlinePosition : "last",
      collator,
      regions,
    });
  }
}

export function factsOf(server: RowsSource, uuid: string): NodeFacts | undefined {
  const node = server.nodes.get(uuid);
  const presence = server.presence(uuid);
  if (node === undefined || presence === undefined) return undefined;
  return { node, status: server.status(uuid), presence, troubles: server.troubles(uuid) };
}

function movedGroups(before: Arrangement, now: Arrangement): readonly GroupKey[] | "all" {
  const ids = ({ groups }: Arrangement) => JSON.stringify(groups.map(({ key }) => key));
  if (!sameUuids(before.uuids, now.uuids) || ids(before) !== ids(now)) return "all";
  return now.groups
    .filter((group, index) => !sameUuids(before.groups[index]?.uuids ?? [], group.uuids))
    .map(({ key }) => key);
}

/** Whether a node that goes online or offline changes its position. */
function dependsOnPresence({ sortBy, groupBy }: ViewChoices): boolean {
  return sortBy === "server" || groupBy === "status" || groupBy === "trouble";
}

function sameUuids(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((uuid, index) => uuid === now[index]);
}
