import assert from "node:assert/strict";
import { cataloguedMethods } from "../../../../src/komari/catalogue/catalogue";
import { createMethodSpec } from "../../../../src/komari/methods/createMethodSpec";
import { changesSomething } from "../../../../src/shared/call/methodSpec";

/** No method that only reads shows what they have done. */
const untraceable = new Set([
  "admin:dbExec",
  "admin:dbQuery",
  "admin:netcheck",
  "admin:sendNotification",
  "admin:testGeoip",
  "admin:testSendMessage",
  "client:taskResult",
  "client:uploadPingResult",
  "public:recordVisitorEvent",
]);

describe("checkWith", () => {
  const changing = cataloguedMethods
    .map((name) => createMethodSpec(name, undefined))
    .filter(({ risk }) => changesSomething(risk));

  it("is known of every method that changes something, except those without a trace", () => {
    const missing = changing.filter(({ checkWith }) => checkWith === undefined);
    assert.deepEqual(
      missing.map(({ name }) => name).filter((name) => !untraceable.has(name)),
      [],
    );
  });

  it("is a method that reads, and that every server has which has the other", () => {
    for (const { name, checkWith, availability } of changing) {
      if (checkWith === undefined) continue;
      const reader = createMethodSpec(checkWith, undefined);
      assert.ok(reader.guessed !== true && !changesSomething(reader.risk), `${name}: ${checkWith}`);
      if (reader.availability === undefined) continue;
      const { since = "0", removed, product } = reader.availability;
      assert.ok(since <= (availability?.since ?? since), `${name} came before ${checkWith}`);
      assert.equal(removed, removed && availability?.removed, `${checkWith} went before ${name}`);
      assert.equal(product, product && availability?.product);
    }
  });
});
