import { smallFleet } from "../../fleet/polling/visibleNodes";
import { type Clock } from "../../util/clock";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Emitter } from "../../util/emitter";
import { type NodeRef } from "../common/nodeRef";

interface ServerNodes {
  readonly id: string;
  readonly nodes: ReadonlyMap<string, unknown>;
}

const noUuids: ReadonlySet<string> = new Set();

/** Whether its groups start collapsed and its rows on screen are tracked. */
export function isLargeFleet({ nodes }: Pick<ServerNodes, "nodes">): boolean {
  return nodes.size > smallFleet;
}

/** VS Code requests decorations within about 100 ms after a scroll or a probe. */
const tickMs = 250;

/** Ticks without a request after a probe, after which no node is on screen. */
const maxEmptyTicks = 8;

/**
 * Tracks which rows of large servers are on screen, which the API of tree views does not expose. VS Code
 * requests the decoration of a row when it first draws it and caches it until a change event: then it
 * requests it again, but only for rows on screen. So rows that are scrolled to are requested anyway, and a
 * change event (probe) after scrolling has stopped shows which have left. Without scrolling there are no
 * requests.
 */
export class VisibleRows implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #probe = this.#disposables.add(new Emitter<undefined>());
  readonly #changed = this.#disposables.add(new Emitter<readonly NodeRef[]>());
  readonly #nodes = new Map<string, NodeRef>();
  readonly #keys = new Map<string, Map<string, string>>();
  /** Drawn since the last probe. */
  readonly #drawn = new Set<NodeRef>();
  #uuids: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  #phase: "idle" | "scrolling" | "probing" = "idle";
  #hasNewRows = false;
  #emptyTicks = 0;
  #timer: Disposable | undefined;
  #isVisible = false;

  /** Fires to make VS Code request the decorations of rows on screen again. */
  readonly onDidProbe = this.#probe.event;
  /** The nodes whose rows have come on screen; with none when rows have left, or the view was hidden. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly clock: Clock) {}

  /** Whether the view is visible. */
  get isViewVisible(): boolean {
    return this.#isVisible;
  }

  /** Whether a row of the node may be on screen. */
  isOnScreen(server: ServerNodes, uuid: string): boolean {
    if (!this.#isVisible) return false;
    return !isLargeFleet(server) || this.#onScreen(server.id).has(uuid);
  }

  /** The nodes of large servers whose rows are on screen, by server; none while the view is hidden. */
  get uuids(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#uuids;
  }

  /** The key of a node's rows, always the same: a node is on screen if one of its rows is. */
  keyOf({ serverId, uuid }: NodeRef): string {
    let keys = this.#keys.get(serverId);
    if (keys === undefined) this.#keys.set(serverId, (keys = new Map<string, string>()));
    const known = keys.get(uuid);
    if (known !== undefined) return known;
    const key = String(this.#nodes.size);
    keys.set(uuid, key);
    this.#nodes.set(key, { serverId, uuid });
    return key;
  }

  /** Shows or hides the view. Until the next probe, the same rows count as on screen as when it was hidden. */
  setViewVisible(visible: boolean): void {
    this.#isVisible = visible;
    this.#timer?.dispose();
    this.#phase = "idle";
    this.#publish();
    this.check();
  }

  /** VS Code draws the row with this key. */
  setDrawn(key: string): void {
    const node = this.#nodes.get(key);
    if (node === undefined || this.#drawn.has(node)) return;
    this.#drawn.add(node);
    this.#hasNewRows = true;
    if (!this.#isVisible || this.#phase !== "idle") return;
    this.#phase = "scrolling";
    this.#scheduleTick();
  }

  /** Rows may have left the screen without others coming in, as when groups are closed. */
  check(): void {
    if (!this.#isVisible || this.#keys.size === 0) return;
    this.#phase = "scrolling";
    this.#scheduleTick();
  }

  dispose(): void {
    this.#timer?.dispose();
    this.#disposables.dispose();
  }

  #onScreen(serverId: string): ReadonlySet<string> {
    return this.#uuids.get(serverId) ?? noUuids;
  }

  #scheduleTick(): void {
    this.#timer?.dispose();
    this.#timer = this.clock.setTimeout(() => this.#tick(), tickMs);
  }

  #tick(): void {
    const hasNewRows = this.#hasNewRows;
    this.#hasNewRows = false;
    if (this.#phase === "scrolling") this.#scrolled(hasNewRows);
    else if (hasNewRows || ++this.#emptyTicks >= maxEmptyTicks) this.#finishProbe();
    else this.#scheduleTick();
  }

  #scrolled(hasNewRows: boolean): void {
    if (hasNewRows) {
      this.#publish();
      this.#scheduleTick();
    } else {
      this.#startProbe();
    }
  }

  /** All requests after a probe come at once: rows drawn later have been scrolled to. */
  #finishProbe(): void {
    this.#phase = "idle";
    this.#publish();
  }

  #startProbe(): void {
    this.#phase = "probing";
    this.#drawn.clear();
    this.#emptyTicks = 0;
    this.#scheduleTick();
    this.#probe.fire(undefined);
  }

  #publish(): void {
    const previous = this.#uuids;
    this.#uuids = this.#isVisible ? byServer(this.#drawn) : new Map();
    const entered = [...this.#drawn].filter(
      ({ serverId, uuid }) =>
        this.#onScreen(serverId).has(uuid) && previous.get(serverId)?.has(uuid) !== true,
    );
    this.#changed.fire(entered);
  }
}

function byServer(nodes: Iterable<NodeRef>): ReadonlyMap<string, ReadonlySet<string>> {
  const uuidsOf = new Map<string, Set<string>>();
  for (const { serverId, uuid } of nodes) {
    const uuids = uuidsOf.get(serverId);
    if (uuids === undefined) uuidsOf.set(serverId, new Set([uuid]));
    else uuids.add(uuid);
  }
  return uuidsOf;
}
