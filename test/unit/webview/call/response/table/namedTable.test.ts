import assert from "node:assert/strict";
import { runSync } from "../../../../../../src/json/cooperative";
import { KnownNames } from "../../../../../../webview/call/state/knownNames";
import { nameAt } from "../../../../../../webview/call/response/json/nameAt";
import { stringOf } from "../../../../../../webview/call/response/json/jsonLine";
import { findTables } from "../../../../../../webview/call/response/table/findTables";
import { jsonTable } from "../../../../../../webview/call/response/table/jsonTable";
import { namedTable } from "../../../../../../webview/call/response/table/namedTable";
import { indexOf } from "../indexOf";

const names = new KnownNames();
names.update({
  nodes: [
    ["u-1", "web-01"],
    ["u-2", "web-02"],
  ],
  tasks: [["7", "Telecom"]],
});

function tableOf(json: unknown) {
  const index = indexOf(JSON.stringify(json));
  const [place] = findTables(index);
  assert(place !== undefined);
  return namedTable(runSync(jsonTable(index, place, "Key")), names);
}

const columnOf = (table: ReturnType<typeof tableOf>, column: number) =>
  Array.from({ length: table.count }, (_, row) => {
    const cell = table.cell(row, column);
    return cell && stringOf(cell.raw);
  });

describe("namedTable", () => {
  it("has a first column of node names, and the UUIDs as they are", () => {
    const table = tableOf([
      { time: 1, client: "u-2" },
      { time: 2, client: "gone" },
    ]);
    assert.deepEqual(table.columns, ["node", "time", "client"]);
    assert.deepEqual(columnOf(table, 0), ["web-02", undefined]);
    assert.deepEqual(columnOf(table, 2), ["u-2", "gone"]);
    assert.deepEqual([...(table.idColumns ?? [])], [2]);
  });

  it("names the keys of a map", () => {
    const table = tableOf({ "u-1": { cpu: 1 }, "u-2": { cpu: 2 } });
    assert.deepEqual(table.columns, ["node", "Key", "cpu"]);
    assert.deepEqual(columnOf(table, 0), ["web-01", "web-02"]);
  });

  it("has no column of names that the server gives too", () => {
    const table = tableOf([{ uuid: "u-1", name: "web-01" }]);
    assert.deepEqual(table.columns, ["uuid", "name"]);
    assert.deepEqual([...(table.idColumns ?? [])], [0]);
  });

  it("has a first column of ping tasks where there are no nodes", () => {
    const table = tableOf([{ task_id: 7, value: 12 }]);
    assert.deepEqual(table.columns, ["task", "task_id", "value"]);
    assert.deepEqual(columnOf(table, 0), ["Telecom"]);
    assert.deepEqual(tableOf([{ task_id: 7, name: "Telecom" }]).columns, ["task_id", "name"]);
    assert.deepEqual(tableOf([{ id: 7, value: 12 }]).columns, ["id", "value"]);
  });

  it("is the same table where nothing is known", () => {
    assert.deepEqual(tableOf([{ client: "gone", n: 7 }]).columns, ["client", "n"]);
  });
});

describe("nameAt", () => {
  it("names values and keys that are UUIDs, and ids of ping tasks under their key", () => {
    const index = indexOf('{"u-1":{"client":"u-2","task_id":7,"n":7},"a":["u-1","x"]}');
    const found = Array.from({ length: index.size }, (_, line) => nameAt(index, line, names));
    assert.deepEqual(found, [
      ...[undefined, "web-01", "web-02", "Telecom", undefined, undefined],
      ...[undefined, "web-01", undefined, undefined, undefined],
    ]);
  });
});
