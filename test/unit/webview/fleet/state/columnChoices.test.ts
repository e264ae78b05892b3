import assert from "node:assert/strict";
import { defaultChoices, fleetColumns } from "../../../../../src/shared/fleet/fleetChoices";
import {
  listColumns,
  moveColumn,
  toggleColumn,
} from "../../../../../webview/fleet/state/columnChoices";

const shown = [{ id: "name" }, { id: "disk", width: 90 }, { id: "cpu" }] as const;
const ids = (columns: readonly { readonly id: string }[]) => columns.map(({ id }) => id);

describe("listColumns", () => {
  it("has every column once, those shown in their order", () => {
    const listed = listColumns(shown);
    assert.deepEqual([...listed].sort(), [...fleetColumns].sort());
    assert.ok(listed.indexOf("disk") < listed.indexOf("cpu"));
    assert.equal(listed.indexOf("memory"), listed.indexOf("cpu") + 1);
  });
});

describe("toggleColumn", () => {
  it("hides a column and shows it again where the menu has it", () => {
    assert.deepEqual(ids(toggleColumn(shown, "cpu")), ["name", "disk"]);
    const { columns } = defaultChoices;
    assert.deepEqual(ids(toggleColumn(toggleColumn(columns, "disk"), "disk")), ids(columns));
  });

  it("keeps widths, and the name", () => {
    assert.deepEqual(toggleColumn(shown, "memory")[1], { id: "disk", width: 90 });
    assert.equal(toggleColumn(shown, "name"), shown);
  });
});

describe("moveColumn", () => {
  it("moves behind the name and not beyond the end", () => {
    assert.deepEqual(ids(moveColumn(shown, "cpu", -5)), ["name", "cpu", "disk"]);
    assert.deepEqual(ids(moveColumn(shown, "disk", 9)), ["name", "cpu", "disk"]);
    assert.equal(moveColumn(shown, "memory", 1), shown);
  });
});
