import assert from "node:assert/strict";
import { treeMove } from "../../../../../../webview/call/response/tree/treeKeys";

const press = (
  key: string,
  held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", true>> = {},
) =>
  treeMove(
    {
      key,
      code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      ...held,
    },
    20,
  );

describe("treeMove", () => {
  it("moves as in the trees of VS Code", () => {
    assert.deepEqual(press("ArrowUp"), { kind: "by", rows: -1 });
    assert.deepEqual(press("PageDown"), { kind: "by", rows: 20 });
    assert.deepEqual(press("End"), { kind: "last" });
    assert.deepEqual(press("ArrowLeft"), { kind: "out" });
  });

  it("copies values and paths", () => {
    assert.deepEqual(press("c", { ctrlKey: true }), { kind: "copyValue" });
    assert.deepEqual(press("c", { metaKey: true }), { kind: "copyValue" });
    assert.deepEqual(press("Ç", { altKey: true, shiftKey: true }), undefined);
    assert.deepEqual(
      treeMove(
        { key: "Ç", code: "KeyC", ctrlKey: false, metaKey: false, altKey: true, shiftKey: true },
        1,
      ),
      { kind: "copyPath" },
    );
  });

  it("ignores other keys", () => {
    assert.equal(press("ArrowDown", { altKey: true }), undefined);
    assert.equal(press("f", { ctrlKey: true }), undefined);
    assert.equal(press("c"), undefined);
  });
});
