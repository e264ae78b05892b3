import assert from "node:assert/strict";
import { type MethodHelp, type ParamHelp } from "../../../../src/komari/model/methodHelp";
import { createMethodSpec } from "../../../../src/komari/methods/createMethodSpec";
import { type ParamSpec } from "../../../../src/shared/call/methodSpec";

function paramHelp(name: string, more: Partial<ParamHelp> = {}): ParamHelp {
  return { name, type: undefined, description: undefined, required: false, ...more };
}

function helpOf(name: string, ...params: readonly ParamHelp[]): MethodHelp {
  return { name, summary: "Its summary", description: "Its words", params, returns: "Its result" };
}

function named(name: string, help?: MethodHelp) {
  const { params } = createMethodSpec(name, help);
  assert.ok(params.kind === "named");
  return { ...params, names: params.params.map((param) => param.name) };
}

function paramOf(name: string, param: string, help?: MethodHelp): ParamSpec {
  const found = named(name, help).params.find((one) => one.name === param);
  assert.ok(found);
  return found;
}

describe("methodSpec of a method that only the server knows", () => {
  const help = helpOf("weather:get", paramHelp("city", { type: "string", required: true }));

  it("takes everything from the server", () => {
    assert.deepEqual(createMethodSpec("weather:get", help), {
      name: "weather:get",
      namespace: "weather",
      summary: "Its summary",
      description: "Its words",
      returns: "Its result",
      role: "admin",
      risk: "secrets",
      guessed: true,
      secondFactor: false,
      params: {
        kind: "named",
        params: [{ name: "city", type: { kind: "text" }, typeText: "string", required: true }],
        ordered: true,
      },
      undocumented: false,
    });
  });

  it("finds and hides values whose names say what they are", () => {
    const help = helpOf("weather:set", paramHelp("uuid"), paramHelp("api_key"), paramHelp("city"));
    assert.deepEqual(
      named("weather:set", help).params.map(({ picker, secret }) => [picker, secret]),
      [
        ["node", undefined],
        [undefined, true],
        [undefined, undefined],
      ],
    );
  });

  it("is undocumented where the server has no parameters", () => {
    for (const help of [undefined, helpOf("weather:get")]) {
      const spec = createMethodSpec("weather:get", help);
      assert.deepEqual([spec.undocumented, spec.params.kind], [true, "unknown"]);
    }
  });

  it("has the server's example, as a whole and for each parameter as it is typed", () => {
    const help = {
      ...helpOf("weather:set", paramHelp("city"), paramHelp("days"), paramHelp("token")),
      example: { city: "Aa", days: [3, 4], token: "t", more: 1 },
    };
    const { example } = createMethodSpec("weather:set", help);
    assert.equal(example, '{"city":"Aa","days":[3,4],"token":"t","more":1}');
    const examples = named("weather:set", help).params.map((param) => param.example);
    assert.deepEqual(examples, ["Aa", "3", undefined]);
    const odd = { ...help, example: ["Aa"] };
    assert.equal(createMethodSpec("weather:set", odd).example, '["Aa"]');
    assert.equal(paramOf("weather:set", "city", odd).example, undefined);
  });

  it("is not what every object has", () => {
    assert.equal(createMethodSpec("constructor", undefined).undocumented, true);
    assert.equal(createMethodSpec("__proto__", undefined).undocumented, true);
  });
});

describe("methodSpec of a method that we know", () => {
  const name = "common:getRecords";

  it("needs no help", () => {
    const spec = createMethodSpec(name, undefined);
    assert.equal(spec.undocumented, false);
    assert.equal(spec.risk, "read");
    assert.equal(named(name).ordered, true);
  });

  it("keeps our words, which are translated", () => {
    const ours = createMethodSpec(name, undefined);
    const spec = createMethodSpec(name, helpOf(name));
    assert.deepEqual(
      [spec.summary, spec.description, spec.returns],
      [ours.summary, ours.description, ours.returns],
    );
    const help = helpOf(name, paramHelp("uuid", { description: "Their words" }));
    assert.equal(paramOf(name, "uuid", help).description, paramOf(name, "uuid").description);
  });

  it("takes the server's words where we have none", () => {
    assert.equal(createMethodSpec("rpc.ping", undefined).description, undefined);
    assert.equal(createMethodSpec("rpc.ping", helpOf("rpc.ping")).description, "Its words");
  });

  it("takes parameters as required that the server requires", () => {
    const help = helpOf(name, paramHelp("uuid", { required: true }));
    assert.equal(paramOf(name, "uuid", help).required, true);
    assert.equal(paramOf("common:getNodeRecentStatus", "uuid", helpOf(name)).required, true);
  });

  it("does not require a parameter that has an effect if empty", () => {
    const roll = "admin:rollAgentUpdate";
    const help = helpOf(roll, paramHelp("target", { required: true }));
    assert.equal(paramOf(roll, "target", help).required, false);
  });

  it("keeps parameters by name only, whatever order the server lists", () => {
    const chmod = "admin:fileChmod";
    const help = helpOf(chmod, ...["uuid", "path", "mode"].map((each) => paramHelp(each)));
    const { ordered, namedOnly } = named(chmod, help);
    assert.deepEqual([ordered, namedOnly], [false, true]);
  });

  it("keeps a type of ours that says the same as the server's, or more", () => {
    for (const [param, type] of [
      ["type", "string"],
      ["start", "string"],
      ["hours", "number"],
      ["hours", "any"],
      ["load_type", "cpu | ram"],
    ] as const) {
      const help = helpOf(name, paramHelp(param, { type }));
      assert.deepEqual(paramOf(name, param, help), paramOf(name, param), param);
    }
  });

  it("takes a type of the server that says something else", () => {
    const hours = paramOf(name, "hours", helpOf(name, paramHelp("hours", { type: "string" })));
    assert.deepEqual([hours.type, hours.typeText], [{ kind: "text" }, "string"]);
    const type = '"load" | "ping" | "gpu"';
    const kind = paramOf(name, "type", helpOf(name, paramHelp("type", { type })));
    assert.deepEqual(kind.type, { kind: "choice", options: ["load", "ping", "gpu"] });
    const uuids = paramHelp("uuids", { type: "number[]" });
    const status = "common:getNodesLatestStatus";
    assert.deepEqual(paramOf(status, "uuids", helpOf(status, uuids)).type, {
      kind: "list",
      item: { kind: "number", integer: false },
    });
  });

  it("adds parameters that only the server knows, and does not know their places", () => {
    const help = helpOf(name, paramHelp("step", { type: "int" }));
    const { names, ordered } = named(name, help);
    assert.deepEqual(names, [...named(name).names, "step"]);
    assert.equal(ordered, false);
  });

  it("takes the server's order when the server has all of them", () => {
    const help = helpOf("rpc.methods", paramHelp("prefix"), paramHelp("internal"));
    const { names, ordered } = named("rpc.methods", help);
    assert.deepEqual([names, ordered], [["prefix", "internal"], true]);
  });

  it("trusts neither order when the two differ", () => {
    const status = "common:getNodesLatestStatus";
    const help = helpOf(status, paramHelp("uuids"), paramHelp("uuid"));
    assert.equal(named(status, help).ordered, false);
    const some = helpOf(name, paramHelp("type"), paramHelp("hours"));
    assert.equal(named(name, some).ordered, true);
  });

  it("never takes parameters by place that the server looks for by name", () => {
    const name = "admin:getPluginLogs";
    assert.equal(named(name, helpOf(name, paramHelp("short"))).ordered, false);
  });

  it("takes one value for all parameters, unless the server names some", () => {
    const name = "admin:orderClients";
    assert.equal(createMethodSpec(name, helpOf(name)).params.kind, "whole");
    assert.deepEqual(named(name, helpOf(name, paramHelp("order"))).names, ["order"]);
  });

  it("asks for the second factor where the server does", () => {
    assert.equal(createMethodSpec("admin:exec", undefined).secondFactor, true);
    assert.equal(createMethodSpec("admin:dbExec", undefined).secondFactor, false);
  });
});
