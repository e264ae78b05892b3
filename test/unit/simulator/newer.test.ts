import { deepStrictEqual, match, strictEqual } from "node:assert/strict";
import { FakeClock } from "../../builders/fakeClock";
import { type Simulator, startSimulator } from "../../simulator/simulator";
import { call, keyHeader, list, record } from "./caller";

describe("Simulator: methods for files", () => {
  let simulator: Simulator;
  let uuid = "";
  before(async () => {
    simulator = await startSimulator({ profile: "1.6.1", seed: 7, clock: new FakeClock() });
    ({ uuid } = simulator.fleet.member("web-1"));
    simulator.fleet.edit(uuid, { facts: { version: "1.5.10" } });
  });
  after(() => simulator.stop());

  const ask = (method: string, params: unknown) =>
    call(simulator, `admin:${method}`, params, keyHeader);
  const errorOf = async (method: string, params: unknown) => {
    const { code, message } = record((await ask(method, params)).error);
    return [code, message];
  };

  it("take a list where their struct has no embedded one", async () => {
    const { result: named } = await ask("fileList", { uuid, path: "/srv" });
    const { result: placed } = await ask("fileList", [uuid, "/srv"]);
    strictEqual(list(named).length, 3);
    deepStrictEqual(placed, named);
    for (const method of ["fileMkdir", "fileChmod", "fileChown", "fileSearch"]) {
      deepStrictEqual(await errorOf(method, [uuid, "/srv", "0755"]), [
        -32602,
        method === "fileChown"
          ? "invalid request: json: cannot unmarshal string into Go struct field .uid of type int"
          : method === "fileSearch"
            ? "invalid request: json: cannot unmarshal string into Go struct field .content of type bool"
            : "path is required",
      ]);
    }
  });

  it("refuse values of the wrong type", async () => {
    const [code, message] = await errorOf("fileChmod", { uuid, path: "/srv", mode: 755 });
    strictEqual(code, -32602);
    match(String(message), /^invalid request: .*number.*mode/);
  });

  it("reject missing parameters by name", async () => {
    deepStrictEqual(await errorOf("fileListRoots", {}), [-32602, "uuid is required"]);
    deepStrictEqual(await errorOf("fileSearch", { uuid, path: "/" }), [
      -32602,
      "query is required",
    ]);
    deepStrictEqual(await errorOf("fileChown", { uuid, path: "/" }), [
      -32602,
      "uid, gid, owner or group is required",
    ]);
    deepStrictEqual(await errorOf("fileMove", { uuid, source: "/a" }), [
      -32602,
      "source and destination are required",
    ]);
  });
});

describe("Simulator: methods of 1.6.1", () => {
  let simulator: Simulator;
  before(async () => {
    simulator = await startSimulator({ profile: "1.6.1", seed: 7 });
  });
  after(() => simulator.stop());

  it("enable a plugin only once its rights are approved", async () => {
    const enable = (approved?: boolean) =>
      call(
        simulator,
        "admin:setPluginEnabled",
        { short: "weather", enabled: true, approved },
        keyHeader,
      );
    deepStrictEqual((await enable()).result, { requires_approval: true });
    strictEqual("result" in (await enable(true)), false);
  });
});
