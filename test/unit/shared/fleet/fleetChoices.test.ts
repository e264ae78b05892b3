import assert from "node:assert/strict";
import {
  defaultChoices,
  readChoices,
  readSavedViews,
} from "../../../../src/shared/fleet/fleetChoices";

describe("readChoices", () => {
  it("returns what was stored", () => {
    const stored = {
      ...defaultChoices,
      columns: [{ id: "name", width: 300 }, { id: "remark" }],
      sort: [
        { column: "network", upload: true, descending: true },
        { column: "name", descending: false },
      ],
      groupBy: "tag",
      filter: "tokyo",
      state: "trouble",
      narrowedTo: [{ by: "tag", value: "cn2" }],
      pingTask: "Telecom",
      mode: "map",
      fill: "disk",
      attention: false,
      view: "Daily",
    };
    assert.deepEqual(readChoices(JSON.parse(JSON.stringify(stored))), stored);
  });

  it("is the default for anything else", () => {
    for (const stored of [undefined, null, 1, "x", [], {}, { columns: 3, sort: {}, mode: 1 }]) {
      assert.deepEqual(readChoices(stored), defaultChoices);
    }
  });

  it("keeps each known column once, with a sensible width, and always the name", () => {
    const columns = [{ id: "cpu", width: 3 }, { id: "gone" }, null, { id: "cpu", width: 80 }];
    const expected = [{ id: "name" }, { id: "cpu", width: 80 }];
    assert.deepEqual(readChoices({ columns }).columns, expected);
  });

  it("sorts by each column once, and by upload only where there is one", () => {
    const sort = [
      { column: "cpu", upload: true, descending: true },
      { column: "cpu", descending: false },
      { column: "gone" },
    ];
    assert.deepEqual(readChoices({ sort }).sort, [{ column: "cpu", descending: true }]);
  });
});

describe("readSavedViews", () => {
  it("leaves out views without a name, and a second one of the same name", () => {
    const views = [{ name: " Daily ", groupBy: "os" }, { groupBy: "tag" }, { name: "Daily" }, 7];
    const read = readSavedViews(views);
    assert.deepEqual(
      read.map(({ name, groupBy }) => [name, groupBy]),
      [["Daily", "os"]],
    );
    assert.deepEqual(readSavedViews("x"), []);
  });
});
