import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { type Simulator, startSimulator } from "../../simulator/simulator";
import { call, keyHeader, list, record, result } from "./caller";

const counts = { "1.4.3": 95, "1.6.1": 89, nekomari: 112 } as const;

for (const [profile, count] of Object.entries(counts)) {
  describe(`Simulator: methods of ${profile}`, () => {
    let simulator: Simulator;
    before(async () => {
      simulator = await startSimulator({ seed: 7, profile: profile as keyof typeof counts });
    });
    after(() => simulator.stop());

    it("all respond to an administrator", async () => {
      const { result: names } = await call(simulator, "rpc.methods", { internal: true });
      strictEqual(list(names).length, count);
      for (const name of list(names).map(String)) {
        const { error } = await call(simulator, name, undefined, keyHeader);
        const code = error === undefined ? 0 : Number(record(error).code);
        const expected = name.startsWith("client:") ? [-32041] : [0, -32602, -32603, -32044];
        ok(expected.includes(code), `${name}: ${code}`);
      }
      deepStrictEqual(simulator.journal.errors, []);
    });
  });
}

describe("Simulator: changes of the fleet", () => {
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await startSimulator({ nodes: 3, seed: 7 });
  });
  afterEach(() => simulator.stop());

  it("are seen in the nodes: added, edited, removed", async () => {
    const { uuid } = await result(simulator, "admin:addClient", { name: "new" }, keyHeader);
    const patch = { uuid, group: "Lab", weight: 3, hidden: "yes" };
    const edited = await call(simulator, "admin:editClient", patch, keyHeader);
    deepStrictEqual(edited, { jsonrpc: "2.0", id: 1 });
    const node = await result(simulator, "common:getNodes", { uuid });
    deepStrictEqual([node.name, node.group, node.weight, node.hidden], ["new", "Lab", 3, false]);
    await call(simulator, "admin:removeClient", { uuid }, keyHeader);
    strictEqual(Object.keys(await result(simulator, "common:getNodes")).length, 3);
  });
});
