// @ts-check
"use strict";
// Builds dist/: the host's bundles and one bundle per webview/<name>/main.ts.
//   node esbuild.js [--production] [--watch]
const fs = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");
const esbuild = require("esbuild");

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: __dirname,
  outdir: "dist",
  bundle: true,
  minify: production,
  sourcemap: !production,
  legalComments: "none",
  metafile: true,
  logLevel: "silent",
};

/** What VS Code loads is CommonJS. @type {import("esbuild").BuildOptions} */
const node = { ...common, platform: "node", format: "cjs", target: "node20" };

/** ws is read at the first connection. @type {import("esbuild").BuildOptions} */
const wsApart = { alias: { ws: "./ws.js" }, external: ["vscode", "./ws.js"] };

/**
 * The services, what is read later (src/later.ts), and what both share: no module is in two files, for it would have two
 * states. Only ES modules can be split so; each file becomes CommonJS once it is made.
 * docs/decisions/0010-lazy-host-bundles.md
 * @type {import("esbuild").Plugin}
 */
const splitHost = {
  name: "split-host",
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./later.js", external: true } : undefined,
    );
    build.onEnd(async ({ outputFiles = [] }) => {
      for (const { path: file, text } of outputFiles) {
        const { code } = await esbuild.transform(text, {
          format: "cjs",
          target: "node20",
          platform: "node",
          minify: production,
          sourcemap: production ? false : "inline",
          supported: { "dynamic-import": false },
        });
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, code);
      }
    });
  },
};

/** Recorded data, compressed: it is read once, when the demo starts. @type {import("esbuild").Plugin} */
const packedJson = {
  name: "packed-json",
  setup: (build) =>
    build.onLoad({ filter: /\.json$/ }, ({ path: file }) => {
      const json = JSON.stringify(JSON.parse(fs.readFileSync(file, "utf8")));
      const packed = zlib.brotliCompressSync(json).toString("base64");
      return {
        contents: `import { brotliDecompressSync } from "node:zlib";
          export default JSON.parse(brotliDecompressSync(Buffer.from("${packed}", "base64")).toString());`,
        watchFiles: [file],
      };
    }),
};

const pages = fs
  .readdirSync(path.join(__dirname, "webview"))
  .filter((name) => fs.existsSync(path.join(__dirname, "webview", name, "main.ts")));

/** @type {import("esbuild").BuildOptions[]} */
const builds = [
  // What VS Code reads at its start; it loads the services when there is something to do.
  {
    ...node,
    entryPoints: ["src/extension.ts"],
    supported: { "dynamic-import": false },
    external: ["vscode", "./services"],
  },
  {
    ...node,
    ...wsApart,
    format: "esm",
    splitting: true,
    write: false,
    sourcemap: production ? false : "inline",
    entryPoints: ["src/services.ts", "src/later.ts"],
    chunkNames: "shared",
    mainFields: ["module", "main"],
    plugins: [splitHost],
  },
  {
    ...node,
    entryPoints: [{ in: require.resolve("ws"), out: "ws" }],
    sourcemap: false,
    // Optional natives of ws, which it does without.
    external: ["bufferutil", "utf-8-validate"],
  },
  // The server of the demo. Nothing imports it: it is read when the demo starts.
  {
    ...node,
    ...wsApart,
    entryPoints: ["test/simulator/demo.ts"],
    sourcemap: false,
    charset: "utf8",
    plugins: [packedJson],
  },
  {
    ...common,
    entryPoints: pages.map((name) => ({ in: `webview/${name}/main.ts`, out: name })),
    outdir: "dist/webview",
    platform: "browser",
    format: "iife",
    target: "chrome124",
    tsconfig: "webview/tsconfig.json",
  },
];

async function main() {
  if (watch) {
    const { watchReport } = await import("./scripts/lib/watchReport.mjs");
    const contexts = builds.map((build) =>
      esbuild.context({ ...build, plugins: [...(build.plugins ?? []), watchReport] }),
    );
    for (const context of await Promise.all(contexts)) await context.watch();
    return;
  }
  fs.rmSync(path.join(__dirname, "dist"), { recursive: true, force: true });
  const results = await Promise.all(
    builds.map((build) => esbuild.build({ ...build, logLevel: "warning" })),
  );
  const { writeBundledModules } = await import("./scripts/lib/bundledPackages.mjs");
  const { reportSizes } = await import("./scripts/lib/bundleSizes.mjs");
  writeBundledModules(results.map(({ metafile }) => metafile));
  if (!reportSizes() && production) process.exitCode = 1;
}

main().catch((error) => {
  // esbuild has already printed what is wrong in the sources.
  if (!Array.isArray(error.errors)) console.error(error);
  process.exitCode = 1;
});
