import assert from "node:assert/strict";
import { PageSetup } from "../../../../src/platform/panels/pageSetup";

function harness() {
  const posted: string[] = [];
  const setup = new PageSetup<{ readonly name: string; readonly translations: unknown }>(
    ({ name }) => void posted.push(name),
  );
  const send = (name: string) => setup.send({ name, translations: {} });
  return { setup, posted, send };
}

describe("PageSetup", () => {
  it("sends nothing before the page is ready and while it is hidden", () => {
    const { setup, posted, send } = harness();
    assert.equal(send("early"), false);
    setup.onReady();
    setup.onHidden();
    assert.equal(send("hidden"), false);
    assert.deepEqual(posted, []);
  });

  it("sends a setup again only if it differs from the last one", () => {
    const { setup, posted, send } = harness();
    setup.onReady();
    assert.deepEqual(["a", "a", "b"].map(send), [true, false, true]);
    assert.deepEqual(posted, ["a", "b"]);
  });

  it("sends the same setup to a page that was loaded again", () => {
    const { setup, posted, send } = harness();
    setup.onReady();
    send("a");
    setup.onReady();
    assert.equal(setup.isSent, false);
    send("a");
    assert.deepEqual(posted, ["a", "a"]);
  });
});
