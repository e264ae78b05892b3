import assert from "node:assert/strict";
import { defaultChoices, type ShownColumn } from "../../../../../src/shared/fleet/fleetChoices";
import { fitColumns } from "../../../../../webview/fleet/state/fitColumns";

const fit = (
  width: number,
  shown: readonly ShownColumn[] = defaultChoices.columns,
  sorted: Parameters<typeof fitColumns>[2] = [],
) => fitColumns(shown, width, sorted);

const total = ({ columns, gutter }: ReturnType<typeof fitColumns>) =>
  columns.reduce((sum, { width }) => sum + width, 0) + gutter;

describe("fitColumns", () => {
  it("gives the name what is left, so that the table is as wide as the page", () => {
    const fitted = fit(1600);
    assert.deepEqual(fitted.hidden, []);
    assert.equal(fitted.columns[0]?.id, "name");
    assert.ok(Math.abs(total(fitted) - (1600 - 48)) < 1, `${total(fitted)}`);
  });

  it("drops by importance where there is no room, and keeps CPU", () => {
    assert.deepEqual(fit(922).hidden.slice(0, 2), ["expires", "uptime"]);
    const narrow = fit(300);
    assert.deepEqual(
      narrow.columns.map(({ id }) => id),
      ["name", "cpu"],
    );
    assert.equal(narrow.hidden.length, defaultChoices.columns.length - 2);
  });

  it("keeps a column that is sorted by, or was made wider by hand", () => {
    assert.ok(fit(500, undefined, ["expires"]).columns.some(({ id }) => id === "expires"));
    const shown = defaultChoices.columns.map((column) =>
      column.id === "uptime" ? { id: column.id, width: 200 } : column,
    );
    assert.ok(fit(500, shown).columns.some(({ id, width }) => id === "uptime" && width === 200));
  });
});
