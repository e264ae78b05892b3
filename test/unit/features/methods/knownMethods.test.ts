import assert from "node:assert/strict";
import {
  isSameBuild,
  type KnownMethods,
  readKnownMethods,
  writeKnownMethods,
} from "../../../../src/features/methods/knownMethods";
import { buildHelp } from "../../../builders/methods";

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

describe("known methods in a file", () => {
  it("come back as they were", () => {
    assert.deepEqual(readKnownMethods(writeKnownMethods(known)), known);
  });

  it("are not taken from a file of another format", () => {
    const text = writeKnownMethods(known).replace('"format":1', '"format":2');
    assert.equal(readKnownMethods(text), undefined);
  });

  it("lose only what is odd", () => {
    const methods = [7, { name: 1 }, { name: "a", help: "b" }, { name: "c", help: { params: 3 } }];
    const read = readKnownMethods(JSON.stringify({ format: 1, version: "1", methods }));
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
