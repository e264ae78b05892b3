import assert from "node:assert/strict";
import { decodeMethodHelp } from "../../../../src/komari/decode/help";
import { RpcLocalError } from "../../../../src/rpc/errors";

const malformed = (error: unknown) => error instanceof RpcLocalError && error.code === "malformed";

describe("help", () => {
  const nothing = { description: undefined, params: [], returns: undefined };

  it("is of bounded size, without parameters that have no usable name", () => {
    const long = "x".repeat(200_000);
    const response = {
      summary: long,
      description: `a\nb${long}`,
      returns: long,
      params: [
        { name: long, type: "string" },
        { name: "uuid", type: long, description: long },
      ],
    };
    const help = decodeMethodHelp(response, "common:getNodes");
    assert.deepEqual(
      help.params.map(({ name }) => name),
      ["uuid"],
    );
    assert.ok(JSON.stringify(help).length < 20_000);
    assert.match(help.description ?? "", /^a\nbx+…$/);
  });

  it("has the full name that was asked for, and no placeholders", () => {
    const response = {
      name: "getMe",
      summary: "This method does not provide a summary",
      description: "This method does not provide a description",
    };
    assert.deepEqual(decodeMethodHelp(response, "common:getMe"), {
      name: "common:getMe",
      summary: undefined,
      ...nothing,
    });
  });

  it("reads parameters", () => {
    const params = [{ name: "sql", type: "any[]", required: true }, { name: "x" }, {}, null];
    assert.deepEqual(decodeMethodHelp({ params }, "m").params, [
      { name: "sql", type: "any[]", description: undefined, required: true },
      { name: "x", type: undefined, description: undefined, required: false },
    ]);
  });

  it("keeps an example that can be params, and nothing else", () => {
    const example = { uuid: "a", version: "1.5.*" };
    assert.deepEqual(decodeMethodHelp({ example }, "m").example, example);
    assert.deepEqual(decodeMethodHelp({ example: ["a"] }, "m").example, ["a"]);
    for (const odd of ["text", 5, null, true]) {
      assert.ok(!("example" in decodeMethodHelp({ example: odd }, "m")));
    }
  });

  it("takes no texts, parameters or examples without end", () => {
    const long = "x".repeat(100_000);
    const nested: unknown = JSON.parse("[".repeat(20_000) + "]".repeat(20_000));
    const params = Array.from({ length: 1000 }, () => ({ name: "a", type: long }));
    const help = decodeMethodHelp({ description: long, params, example: nested }, "m");
    assert.equal(help.description?.length, 2001);
    assert.deepEqual([help.params.length, help.params[0]?.type?.length], [100, 2001]);
    assert.ok(!("example" in help));
  });

  it("is malformed for anything else", () => {
    assert.throws(() => decodeMethodHelp([], "m"), malformed);
  });
});
