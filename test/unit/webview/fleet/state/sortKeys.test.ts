import assert from "node:assert/strict";
import { clickSort } from "../../../../../webview/fleet/state/sortKeys";

describe("clickSort", () => {
  const click = (keys: Parameters<typeof clickSort>[0], ...rest: readonly [string?]) =>
    clickSort(keys, rest[0] === "name" ? "name" : "cpu", false, false);

  it("begins with the highest number and the first word, turns round, and ends", () => {
    const first = click([]);
    assert.deepEqual(first, [{ column: "cpu", descending: true }]);
    const second = click(first);
    assert.deepEqual(second, [{ column: "cpu", descending: false }]);
    assert.deepEqual(click(second), []);
    assert.deepEqual(click([], "name"), [{ column: "name", descending: false }]);
  });

  it("adds a key behind the others, and turns it in its place", () => {
    const keys = clickSort([{ column: "group", descending: false }], "cpu", false, true);
    assert.deepEqual(keys, [
      { column: "group", descending: false },
      { column: "cpu", descending: true },
    ]);
    assert.deepEqual(clickSort(keys, "group", false, true), [
      { column: "group", descending: true },
      { column: "cpu", descending: true },
    ]);
  });

  it("takes upload in place of download", () => {
    const download = clickSort([], "network", false, false);
    assert.deepEqual(clickSort(download, "network", true, true), [
      { column: "network", upload: true, descending: true },
    ]);
  });
});
