import assert from "node:assert/strict";
import { isSecretKey } from "../../../../src/komari/redact/secretKeyRule";

describe("isSecretKey", () => {
  it("goes by the name of the member, whatever the method", () => {
    assert.equal(isSecretKey("plugin:hello")("api_key"), true);
    assert.equal(isSecretKey("plugin:hello")("addition"), false);
  });

  const own: readonly (readonly [string, string])[] = [
    ["admin:getMessageSenderProvider", "addition"],
    ["admin:setMessageSenderProvider", "addition"],
    ["admin:setMessageSenderProvider", "Addition"],
    ["admin:getOidcProvider", "addition"],
    ["admin:setOidcProvider", "addition"],
    ["admin:getPluginConfiguration", "data"],
    ["admin:setPluginConfiguration", "data"],
    ["admin:getSessions", "current"],
    ["admin:getSettings", "metric_migration_target"],
    ["admin:editSettings", "metric_migration_target"],
    ["admin:dbQuery", "rows"],
  ];
  for (const [method, key] of own) {
    it(`knows that ${method} has a secret in ${key}`, () => {
      assert.notEqual(isSecretKey(method)(key), false);
      assert.equal(isSecretKey("common:getNodes")(key), false);
    });
  }

  it("leaves what is no secret as it is", () => {
    assert.equal(isSecretKey("admin:getSessions")("data"), false);
    assert.equal(isSecretKey("common:getMe")("uuid"), false);
  });
});
