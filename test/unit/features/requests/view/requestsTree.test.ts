import assert from "node:assert/strict";
import {
  isRequestElement,
  pastElement,
  type RequestsElement,
  savedElement,
} from "../../../../../src/features/requests/view/requestElements";
import { RequestsTree } from "../../../../../src/features/requests/view/requestsTree";
import { createFormat } from "../../../../../src/shared/format";
import { FakeClock } from "../../../../builders/fakeClock";
import { loadHistory } from "../../../../builders/callHistory";
import { buildPastCall } from "../../../../builders/pastCall";
import { startSaved } from "../../../../builders/savedRequests";

const { group: savedSection } = savedElement("user", "x");
const { group: pastSection } = pastElement("x");

const request = { name: "All", method: "common:getNodes" };

async function start(requests: readonly unknown[] = []) {
  const history = await loadHistory();
  const { saved } = startSaved({ user: requests });
  const clock = new FakeClock();
  const format = createFormat("en");
  const tree = new RequestsTree({ history, saved, clock, format, serverName: () => "Home" });
  const fired: (readonly RequestsElement[] | undefined)[] = [];
  tree.onDidChange((elements) => fired.push(elements));
  const labels = (element?: RequestsElement) =>
    tree.childrenOf(element).map((child) => tree.rows.rowOf(child)?.label);
  return { history, saved, clock, tree, fired, labels };
}

describe("RequestsTree", () => {
  it("has no rows without requests, so that the view shows its welcome text", async () => {
    assert.deepEqual((await start()).labels(), []);
  });

  it("has a section for each kind that has requests", async () => {
    const { history, labels } = await start([request]);
    assert.deepEqual(labels(), ["Saved"]);
    await history.add(buildPastCall({ method: "a" }), undefined);
    await history.add(buildPastCall({ method: "b" }), undefined);
    assert.deepEqual(labels(), ["Saved", "History"]);
    assert.deepEqual(labels(savedSection), ["All"]);
    assert.deepEqual(labels(pastSection), ["b", "a"]);
  });

  it("fires onDidChange for the changed section, and for all if a section is added or removed", async () => {
    const { history, saved, tree, fired } = await start([request]);
    tree.childrenOf();
    await history.add(buildPastCall(), undefined);
    assert.deepEqual(fired.splice(0), [undefined]);
    tree.childrenOf();
    await history.add(buildPastCall(), undefined);
    await saved.add({ ...request, name: "b" }, "user");
    assert.deepEqual(fired.splice(0), [[pastSection], [savedSection]]);
    await history.clear();
    assert.deepEqual(fired, [undefined]);
  });

  it("updates the ages of calls", async () => {
    const { history, clock, tree, fired } = await start();
    await history.add(buildPastCall({ sentAt: clock.now() }), undefined);
    tree.childrenOf();
    const [call] = tree.childrenOf(pastSection);
    assert.ok(call);
    fired.length = 0;
    const age = () => tree.rows.rowOf(call)?.description;
    assert.match(age() ?? "", /just now/);
    clock.advance(120_000);
    tree.update();
    assert.deepEqual(fired, [[call]]);
    assert.match(age() ?? "", /2 min ago/);
  });

  it("has neither row nor tooltip for a deleted request", async () => {
    const { tree } = await start();
    for (const gone of [pastElement("x"), savedElement("user", "x")]) {
      assert.equal(tree.rows.rowOf(gone), undefined);
      assert.equal(tree.tooltipOf(gone), undefined);
      assert.deepEqual(tree.childrenOf(gone), []);
    }
  });

  it("has tooltips for requests only", async () => {
    const { history, tree } = await start([request]);
    const { id } = await history.add(buildPastCall(), undefined);
    assert.match(tree.tooltipOf(pastElement(id)) ?? "", /Home/);
    assert.match(tree.tooltipOf(savedElement("user", "All")) ?? "", /All/);
    assert.equal(tree.tooltipOf(pastSection), undefined);
  });
});

describe("elements of requests", () => {
  it("are distinguished from other arguments of menu commands", () => {
    assert.ok([pastElement("a"), savedElement("user", "a")].every(isRequestElement));
    const others: readonly unknown[] = [pastSection, undefined, null, "x", { kind: "node" }, {}];
    assert.equal(others.some(isRequestElement), false);
  });

  it("have a unique id for each scope and name", () => {
    const all = [
      ...[savedSection, pastSection, pastElement("a"), savedElement("user", "a")],
      savedElement("workspace", "a"),
    ];
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  });
});
