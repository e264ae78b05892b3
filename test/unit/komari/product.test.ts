import assert from "node:assert/strict";
import { productOf } from "../../../src/komari/product";

const base = ["common:getNodes", "common:getNodesLatestStatus", "admin:exec"];
const old = ["admin:getMessageSenderProvider"];
const replacements = ["admin:listNotificationChannels", "admin:getAgentStartupConfig"];

const productWith = (...methods: readonly string[]) => productOf(new Set([...base, ...methods]));

describe("productOf", () => {
  it("recognizes every generation of upstream as Komari", () => {
    assert.equal(productOf(new Set(["common:getNodes"])), "komari");
    assert.equal(productWith(...old), "komari");
    assert.equal(productWith(...old, "admin:fileList"), "komari");
    assert.equal(productWith(...replacements, "admin:fileList"), "komari");
  });

  it("takes a server without a list for Komari", () => {
    assert.equal(productOf(new Set()), "komari");
  });

  it("ignores methods of plugins", () => {
    assert.equal(productWith(...old, "plugin:listNotificationChannels", "x:exec"), "komari");
  });

  for (const method of ["admin:agentVersions", "public:getSlaReport"]) {
    it(`recognizes Nekomari by ${method}, along with the old methods`, () => {
      assert.equal(productWith(...old, method), "nekomari");
    });
  }

  for (const method of ["admin:upgradeAgents", "admin:getAgentAssetVersion"]) {
    it(`recognizes komari-lite by ${method}`, () => {
      assert.equal(productWith(...old, method), "komari-lite");
    });
  }

  it("calls a mixture of old and new methods a fork", () => {
    assert.equal(productWith(...old, ...replacements), "fork");
  });

  it("calls a server with a method of a nameless fork one", () => {
    assert.equal(productWith(...old, "public:getAgentDistribution"), "fork");
    assert.equal(productWith(...old, "plugin:getAgentDistribution"), "komari");
  });

  it("calls a server without exec that has newer methods a fork", () => {
    assert.equal(productOf(new Set(["common:getNodes", "admin:getAgentStartupConfig"])), "fork");
  });
});
