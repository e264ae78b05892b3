// A fresh process of load.ts: prints the milliseconds that loading the file it is given takes.
import Module, { createRequire } from "node:module";

/** Those of our imports that an extension host has loaded long before us. */
const builtins = ["buffer", "crypto", "fs/promises", "http", "https", "net", "os", "path", "util"];

const internals = Module as typeof Module & {
  _load: (request: string, ...rest: unknown[]) => unknown;
};
const load = internals._load;
// Loading uses nothing of VS Code's API but constructors; what does, waits for `activate`.
const api = new Proxy({}, { get: () => Object });
internals._load = (request, ...rest) => {
  return request === "vscode" ? api : load.call(Module, request, ...rest);
};

const file = process.argv[2] ?? "";
const requireFile = createRequire(file);
for (const name of builtins) requireFile(`node:${name}`);
const start = performance.now();
requireFile(file);
const elapsed = performance.now() - start;
// Not in one expression: opening stdout takes longer than an empty extension does.
process.stdout.write(String(elapsed));
