import assert from "node:assert/strict";
import { commandIds } from "../../../../src/manifest/contributions";
import { commandLink } from "../../../../src/features/common/commandLink";

const link = (argument: unknown) => commandLink("Charts", commandIds.openCharts, argument);

describe("commandLink", () => {
  it("runs the command with the argument", () => {
    const markdown = link({ kind: "node", uuid: "a" });
    const [, title, command, args = ""] =
      /^\[(.+)\]\(command:([\w.]+)\?(.+)\)$/.exec(markdown) ?? [];
    assert.deepEqual([title, command], ["Charts", "komari.openCharts"]);
    assert.deepEqual(JSON.parse(decodeURIComponent(args)), [{ kind: "node", uuid: "a" }]);
  });

  for (const uuid of ["a)b](c", 'x" y', "a b\n<c>", "'*!(", "%29"]) {
    it(`is not ended early by ${JSON.stringify(uuid)}`, () => {
      const markdown = link({ uuid });
      const inside = markdown.slice(markdown.indexOf("?") + 1, -1);
      assert.match(inside, /^[\w%.~-]+$/);
      assert.deepEqual(JSON.parse(decodeURIComponent(inside)), [{ uuid }]);
    });
  }
});
