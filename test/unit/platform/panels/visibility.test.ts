import assert from "node:assert/strict";
import { AnyVisible, Visibility } from "../../../../src/platform/panels/visibility";

function harness(...visible: readonly boolean[]) {
  const views = visible.map((each) => {
    const view = new Visibility();
    view.set(each);
    return view;
  });
  const any = new AnyVisible(views);
  const reported: boolean[] = [];
  any.onDidChangeVisibility((now) => reported.push(now));
  return { views, any, reported };
}

describe("AnyVisible", () => {
  it("is visible when one of them is from the start", () => {
    assert.equal(harness(false, true).any.visible, true);
    assert.equal(harness(false, false).any.visible, false);
  });

  it("fires only when the first view becomes visible and the last is hidden", () => {
    const { views, any, reported } = harness(false, false);
    for (const now of [true, false]) for (const view of views) view.set(now);
    assert.deepEqual([reported, any.visible], [[true, false], false]);
  });

  it("is silent once it is disposed", () => {
    const { views, any, reported } = harness(false);
    any.dispose();
    views[0]?.set(true);
    assert.deepEqual(reported, []);
  });
});
