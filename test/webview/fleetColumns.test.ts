import assert from "node:assert/strict";
import { type Locator } from "playwright-core";
import { eventually } from "../e2e/harness/eventually";
import { openFleetPage, type FleetPage } from "./harness/fleetPage";
import { checkPages } from "./harness/webviewPage";

describe("The fleet page: columns by mouse", () => {
  checkPages();

  it("makes a column as wide as its edge is dragged, and remembers it once", async () => {
    const fleet = await openFleetPage({ nodes: 40, width: 1300 });
    const before = await widthOf(head(fleet, "memory"));
    await dragEdge(fleet, "memory", 60);
    assert.equal(await widthOf(head(fleet, "memory")), before + 60);
    const [remembered, ...more] = fleet.paramsOf("rememberChoices");
    assert.deepEqual(more, []);
    assert.deepEqual(
      remembered?.columns.find(({ id }) => id === "memory"),
      { id: "memory", width: before + 60 },
    );
    assert.deepEqual(remembered.sort, []);
  });

  it("makes a column as wide as what is in it by a double click on its edge", async () => {
    const fleet = await openFleetPage({ nodes: 40, width: 1300 });
    await dragEdge(fleet, "memory", 120);
    const wide = await widthOf(head(fleet, "memory"));
    await head(fleet, "memory").locator(".edge").dblclick();
    await eventually(async () => assert.ok((await widthOf(head(fleet, "memory"))) < wide - 60));
    const cut = await fleet.page
      .locator(".row.node .cell.memory")
      .evaluateAll((cells) => cells.some((cell) => cell.scrollWidth > cell.clientWidth));
    assert.equal(cut, false);
  });

  it("moves a column to where it is dropped", async () => {
    const fleet = await openFleetPage({ nodes: 40, width: 1300 });
    await head(fleet, "disk").dragTo(head(fleet, "cpu"));
    const ids = fleet
      .paramsOf("rememberChoices")
      .at(-1)
      ?.columns.map(({ id }) => id);
    assert.deepEqual(ids?.slice(0, 4), ["name", "disk", "cpu", "memory"]);
  });
});

function head({ page }: FleetPage, id: string): Locator {
  return page.locator(`.row.head .cell[data-column="${id}"]`);
}

async function widthOf(place: Locator): Promise<number> {
  return Math.round((await place.boundingBox())?.width ?? 0);
}

async function dragEdge(fleet: FleetPage, id: string, pixels: number): Promise<void> {
  const box = await head(fleet, id).locator(".edge").boundingBox();
  assert.ok(box);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await fleet.page.mouse.move(x, y);
  await fleet.page.mouse.down();
  await fleet.page.mouse.move(x + pixels / 2, y, { steps: 3 });
  await fleet.page.mouse.move(x + pixels, y, { steps: 3 });
  await fleet.page.mouse.up();
  await fleet.settled();
}
