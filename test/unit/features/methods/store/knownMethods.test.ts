import assert from "node:assert/strict";
import {
  isSameBuild,
  type KnownMethods,
  parseKnownMethods,
  serializeKnownMethods,
} from "../../../../../src/features/methods/store/knownMethods";
import { buildHelp } from "../../../../builders/methods";

const param = { name: "uuid", type: "string", description: undefined, required: true };
const known: KnownMethods = {
  version: { version: "1.4.3", hash: undefined },
  names: ["common:getNodes", "weather"],
  help: new Map([
    [
      "common:getNodes",
      buildHelp("common:getNodes", {
        summary: "Nodes",
        params: [param],
        example: { uuid: "a" },
      }),
    ],
  ]),
};

describe("serialized known methods", () => {
  it("are parsed back unchanged", () => {
    assert.deepEqual(parseKnownMethods(serializeKnownMethods(known)), known);
  });

  it("are rejected in another format", () => {
    const text = serializeKnownMethods(known).replace('"format":1', '"format":2');
    assert.equal(parseKnownMethods(text), undefined);
  });

  it("omit invalid entries only", () => {
    const methods = [7, { name: 1 }, { name: "a", help: "b" }, { name: "c", help: { params: 3 } }];
    const read = parseKnownMethods(JSON.stringify({ format: 1, version: "1", methods }));
    assert.deepEqual(read?.names, ["a", "c"]);
    assert.deepEqual(read.help.get("c"), buildHelp("c"));
    assert.equal(read.help.has("a"), false);
  });
});

describe("isSameBuild", () => {
  const of = (version: string, hash: string | undefined, ...names: readonly string[]) => ({
    version: { version, hash },
    names: ["common:getNodes", ...names],
  });

  it("is true for the same version and hash, whatever methods plugins add", () => {
    assert.ok(isSameBuild(of("1.4.3", "a"), of("1.4.3", "a", "plugin:weather")));
    assert.ok(!isSameBuild(of("1.4.3", "a"), of("1.6.1", "a")));
    assert.ok(!isSameBuild(of("1.4.3", "a"), of("1.4.3", "b")));
  });

  it("is false for another product with the same version", () => {
    const nekomari = of("1.6.1", undefined, "admin:agentVersions");
    assert.ok(!isSameBuild(of("1.6.1", undefined), nekomari));
  });
});
