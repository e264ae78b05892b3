import assert from "node:assert/strict";
import { PanelSet } from "../../../../src/platform/panels/panelSet";
import { type PanelPage, type PanelTab } from "../../../../src/platform/panels/panelTab";
import { Visibility } from "../../../../src/platform/panels/visibility";
import { Emitter } from "../../../../src/util/emitter";
import { isRecord } from "../../../../src/util/json";

class FakeTab implements PanelTab {
  readonly #visibility = new Visibility();
  readonly #state = new Emitter<undefined>();
  readonly #disposed = new Emitter<undefined>();
  readonly loaded: PanelPage[] = [];
  readonly onDidChangeVisibility = this.#visibility.onDidChangeVisibility;
  readonly port = {
    postMessage: () => Promise.resolve(true),
    onDidReceiveMessage: new Emitter<unknown>().event,
  };
  active = false;
  revealed = 0;
  isDisposed = false;

  constructor(public title: string) {}

  readonly onDidChangeState = (listener: () => void) => this.#state.event(listener);
  readonly onDidDispose = (listener: () => void) => this.#disposed.event(listener);

  get visible(): boolean {
    return this.#visibility.visible;
  }

  see(visible: boolean): void {
    this.active = visible;
    this.#visibility.set(visible);
    this.#state.fire(undefined);
  }

  setTitle(title: string): void {
    this.title = title;
  }

  load(page: PanelPage): void {
    this.loaded.push(page);
  }

  reveal(): void {
    this.revealed++;
  }

  dispose(): void {
    this.isDisposed = true;
    this.#disposed.fire(undefined);
  }
}

const page = { name: "test", viewType: "komari.test", icon: "test", loading: "Loading…" };

/** Subjects are of the servers that their names begin with. */
function harness() {
  const tabs: FakeTab[] = [];
  const disposed: string[] = [];
  const open = (title: string) => {
    const tab = new FakeTab(title);
    tabs.push(tab);
    return tab;
  };
  const panels = new PanelSet<string, { readonly state: unknown; dispose(): void }>({
    page,
    openTab: (_page, title) => open(title),
    keyOf: (subject) => subject,
    titleOf: (subject, state) => (state === undefined ? subject : `${subject}, restored`),
    serversOf: (subject) => (subject.split("/")[0] ?? "").split(""),
    hasServer: (id) => id !== "x",
    subjectIn: (state) =>
      isRecord(state) && typeof state.key === "string" ? state.key : undefined,
    create: (subject, _frame, state) => ({ state, dispose: () => void disposed.push(subject) }),
  });
  return { panels, tabs, disposed, open };
}

describe("PanelSet", () => {
  it("opens one panel per subject and reveals it when it is opened again", () => {
    const { panels, tabs } = harness();
    assert.equal(panels.open("a/1"), panels.open("a/1"));
    panels.open("a/2");
    assert.deepEqual(
      tabs.map(({ title, revealed, loaded }) => [title, revealed, loaded]),
      [
        ["a/1", 1, [page]],
        ["a/2", 0, [page]],
      ],
    );
  });

  it("fills a restored tab with the subject in its state", () => {
    const { panels, open } = harness();
    const tab = open("a/1");
    panels.restore(tab, { key: "a/1" });
    assert.deepEqual([tab.title, tab.loaded], ["a/1, restored", [page]]);
    assert.deepEqual(panels.find("a/1")?.content.state, { key: "a/1" });
  });

  for (const [why, state] of [
    ["its state has no subject", { key: 1 }],
    ["its subject is open already", { key: "a/1" }],
    ["its servers are gone", { key: "x/1" }],
  ] as const) {
    it(`closes a restored tab if ${why}`, () => {
      const { panels, open } = harness();
      panels.open("a/1");
      const tab = open("");
      panels.restore(tab, state);
      assert.deepEqual([tab.isDisposed, tab.loaded], [true, []]);
    });
  }

  it("is visible while any of its panels is, and fires when that changes", () => {
    const { panels, tabs } = harness();
    const seen: boolean[] = [];
    panels.onDidChangeVisibility((visible) => seen.push(visible));
    panels.open("a/1");
    panels.open("a/2");
    tabs[0]?.see(true);
    tabs[1]?.see(true);
    tabs[0]?.see(false);
    assert.equal(panels.active?.subject, "a/2");
    tabs[1]?.dispose();
    assert.deepEqual(seen, [true, false]);
  });

  it("disposes the content of a panel that is closed", () => {
    const { panels, tabs, disposed } = harness();
    panels.open("a/1");
    tabs[0]?.dispose();
    assert.deepEqual([disposed, panels.all], [["a/1"], []]);
  });

  it("closes the panels that are of a server alone", () => {
    const { panels, tabs } = harness();
    for (const subject of ["a/1", "b/1", "ab/1"]) panels.open(subject);
    panels.closeServer("a");
    assert.deepEqual(
      tabs.map(({ isDisposed }) => isDisposed),
      [true, false, false],
    );
  });

  it("replaces the subject of a panel without loading its page again", () => {
    const { panels, tabs, disposed } = harness();
    panels.replace(panels.open("a/1"), "a/2");
    assert.deepEqual([disposed, tabs[0]?.title, tabs[0]?.loaded.length], [["a/1"], "a/2", 1]);
    assert.equal(panels.find("a/1"), undefined);
    assert.equal(panels.find("a/2")?.tab, tabs[0]);
  });

  it("disposes its contents and leaves the tabs open for VS Code to restore", () => {
    const { panels, tabs, disposed } = harness();
    panels.open("a/1");
    panels.dispose();
    assert.deepEqual([disposed, tabs[0]?.isDisposed], [["a/1"], false]);
  });
});
