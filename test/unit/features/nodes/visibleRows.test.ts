import assert from "node:assert/strict";
import { VisibleRows } from "../../../../src/features/nodes/visibleRows";
import { FakeClock } from "../../../builders/fakeClock";

function server(id: string, count: number) {
  const nodes = new Map(Array.from({ length: count }, (_, index) => [`n${index}`, undefined]));
  return { id, nodes };
}

const largeServer = (id: string) => server(id, 101);

/** A tree view of VS Code: it requests what it draws, once, until it is probed. */
class FakeView {
  readonly clock = new FakeClock();
  readonly rows = new VisibleRows(this.clock);
  readonly reported: string[] = [];
  readonly came: string[] = [];
  probes = 0;
  #onScreen: readonly string[] = [];
  readonly #cached = new Set<string>();

  constructor() {
    this.rows.onDidChange((nodes) => {
      this.reported.push(this.seen());
      this.came.push(...nodes.map(({ uuid }) => uuid));
    });
    this.rows.onDidProbe(() => {
      this.probes += 1;
      this.#cached.clear();
      this.clock.setTimeout(() => this.#draw(), 120);
    });
    this.rows.setViewVisible(true);
    this.reported.length = 0;
  }

  /** Names are "server/uuid". */
  show(...onScreen: readonly string[]): void {
    this.#onScreen = onScreen;
    this.#draw();
  }

  seen(): string {
    return [...this.rows.uuids].map(([id, uuids]) => [id, ...uuids].join(" ")).join("; ");
  }

  /** Until nothing waits for time to pass any more. */
  rest(): void {
    while (this.clock.pending > 0) this.clock.advance(50);
  }

  #draw(): void {
    for (const name of this.#onScreen) {
      if (this.#cached.has(name)) continue;
      this.#cached.add(name);
      const [serverId = "", uuid = ""] = name.split("/");
      this.rows.setDrawn(this.rows.keyOf({ serverId, uuid }));
    }
  }
}

describe("VisibleRows", () => {
  it("reports the nodes of the rows drawn first", () => {
    const view = new FakeView();
    view.show("one/a", "one/b", "two/c");
    view.clock.advance(250);
    assert.deepEqual(view.reported, ["one a b; two c"]);
  });

  it("adds rows that are scrolled to within 250 ms, then removes those that left the screen", () => {
    const view = new FakeView();
    view.show("one/a", "one/b");
    view.rest();
    view.reported.length = 0;
    view.show("one/b", "one/c");
    view.clock.advance(250);
    assert.deepEqual(view.reported, ["one a b c"]);
    view.rest();
    assert.equal(view.reported.at(-1), "one b c");
  });

  it("does not probe while the same rows stay on screen", () => {
    const view = new FakeView();
    view.show("one/a");
    view.rest();
    const { probes } = view;
    view.clock.advance(3_600_000);
    assert.equal(view.probes, probes);
    assert.equal(view.clock.pending, 0);
  });

  it("does not probe before scrolling has stopped", () => {
    const view = new FakeView();
    view.show("one/a");
    view.rest();
    const { probes } = view;
    for (let row = 0; row < 20; row++) {
      view.show(`one/${row}`);
      view.clock.advance(100);
    }
    assert.equal(view.probes, probes);
    view.rest();
    assert.equal(view.probes, probes + 1);
    assert.equal(view.reported.at(-1), "one 19");
  });

  it("probes again after rows were scrolled to following a probe", () => {
    const view = new FakeView();
    view.show("one/a", "one/b");
    while (view.reported.length < 2) view.clock.advance(50);
    view.show("one/c");
    view.rest();
    assert.equal(view.reported.at(-1), "one c");
  });

  it("notices rows that left without others appearing, on check()", () => {
    const view = new FakeView();
    view.show("one/a", "one/b");
    view.rest();
    view.show("one/a");
    view.rows.check();
    view.rest();
    assert.equal(view.reported.at(-1), "one a");
    view.show();
    view.rows.check();
    view.rest();
    assert.equal(view.reported.at(-1), "");
  });

  it("reports no rows while the view is hidden, and probes when it is shown again", () => {
    const view = new FakeView();
    view.show("one/a");
    view.rest();
    view.rows.setViewVisible(false);
    assert.equal(view.reported.at(-1), "");
    view.rows.check();
    view.rest();
    assert.equal(view.reported.at(-1), "");
    view.rows.setViewVisible(true);
    assert.equal(view.reported.at(-1), "one a");
    view.show("one/b");
    view.rest();
    assert.equal(view.reported.at(-1), "one b");
  });

  it("reports which nodes have come on screen, all of them when the view is shown again", () => {
    const view = new FakeView();
    view.show("one/a", "one/b");
    view.rest();
    assert.deepEqual(view.came.splice(0), ["a", "b"]);
    view.show("one/b", "one/c");
    view.rest();
    assert.deepEqual(view.came.splice(0), ["c"]);
    view.rows.setViewVisible(false);
    assert.deepEqual(view.came, []);
    view.rows.setViewVisible(true);
    view.rest();
    assert.deepEqual(view.came.sort(), ["b", "c"]);
  });

  it("knows of every node whether its row may be on screen", () => {
    const view = new FakeView();
    view.show("one/n1");
    view.rest();
    const onScreen = (server: { id: string; nodes: ReadonlyMap<string, unknown> }) =>
      ["n1", "n2"].filter((uuid) => view.rows.isOnScreen(server, uuid));
    assert.deepEqual(onScreen(largeServer("one")), ["n1"]);
    assert.deepEqual(onScreen(server("small", 100)), ["n1", "n2"]);
    view.rows.setViewVisible(false);
    assert.deepEqual(onScreen(largeServer("one")), []);
    assert.deepEqual(onScreen(server("small", 100)), []);
  });

  it("has one key for all rows of a node, and another for a node of another server", () => {
    const rows = new VisibleRows(new FakeClock());
    const key = rows.keyOf({ serverId: "one", uuid: "a" });
    assert.equal(rows.keyOf({ serverId: "one", uuid: "a" }), key);
    assert.notEqual(rows.keyOf({ serverId: "two", uuid: "a" }), key);
  });

  it("ignores keys that it did not give out", () => {
    const view = new FakeView();
    view.rows.keyOf({ serverId: "one", uuid: "a" });
    for (const key of ["", "7", "x"]) view.rows.setDrawn(key);
    view.rest();
    assert.deepEqual(view.reported, []);
  });
});
