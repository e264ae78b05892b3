import { deepStrictEqual, strictEqual, throws } from "node:assert/strict";
import { completeOptions, readArguments } from "../../simulator/options";

describe("Simulator: options", () => {
  it("are read from the command line", () => {
    const args = "--profile 1.0.7 --nodes 1000 --ping-tasks 3 --seed 7 --port 25774".split(" ");
    const { options, knobs } = readArguments([...args, "--knobs", '{"privateSite":true}']);
    const { profile, nodes, pingTasks, seed, port } = options;
    deepStrictEqual(
      { profile, nodes, pingTasks, seed, port },
      { profile: "1.0.7", nodes: 1000, pingTasks: 3, seed: 7, port: 25_774 },
    );
    deepStrictEqual(knobs, { privateSite: true });
  });

  it("are rejected with a reason", () => {
    throws(() => readArguments(["--profile", "9"]), /1\.0\.7, 1\.2\.3, 1\.4\.3/);
    throws(() => readArguments(["--nodes", "many"]), /whole number/);
    throws(() => readArguments(["--knobs", '{"slow":"yes"}']), /slow/);
  });

  it("know loopback only", () => {
    strictEqual(completeOptions({}).host, "127.0.0.1");
    throws(() => completeOptions({ host: "0.0.0.0" }), /loopback only/);
  });
});
