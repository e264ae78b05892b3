import assert from "node:assert/strict";
import { addServer } from "../../../../../src/features/servers/commands/addServer";
import { FakeQuickInputs } from "../fakeQuickInputs";
import { commandWorld } from "../fakes";

function start() {
  const inputs = new FakeQuickInputs();
  const world = { ...commandWorld([]), inputs };
  return { ...world, finished: addServer(world) };
}

describe("AddServerFlow", () => {
  it("says what is being checked, and never the title of a site from before", async () => {
    const world = start();
    await (await world.inputs.input()).enter("https://first.example.com");
    (await world.inputs.pick()).back?.();
    const url = await world.inputs.input();
    assert.equal(url.title, "Add Komari Server");
    world.probe.inspectAs = () => new Promise(() => undefined);
    url.type("slow.example.com/admin/");
    url.accept();
    assert.equal(url.busy, true);
    assert.equal(url.validationMessage, "info: Checking https://slow.example.com…");
    url.type("slower.example.com");
    assert.equal(url.validationMessage, undefined);
    url.hide();
    await world.finished;
  });

  it("recommends the API key, first in the list, and opens the page that has it", async () => {
    const world = start();
    await (await world.inputs.input()).enter("https://status.example.com");
    const method = await world.inputs.pick();
    assert.deepEqual(
      method.items.map(({ description }) => description),
      ["recommended", undefined, undefined, undefined],
    );
    await method.choose("API Key");
    const key = await world.inputs.input();
    const [button] = key.buttons;
    assert.ok(button);
    key.press(button);
    assert.deepEqual(world.executed, [
      ["openExternal", "https://status.example.com/admin/settings/sign-on"],
    ]);
    assert.equal(key.visible, true);
    key.hide();
    await world.finished;
  });
});
