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

const KB = 1000;
/** The most that each production bundle may have: what VS Code must read before it can activate us. */
const budgets = [
  { pattern: /^dist\/extension\.js$/, bytes: 6 * KB, gzip: 3 * KB },
  // With what a large fleet takes from its first poll on: parts, and what servers refuse of them, rows in sight,
  // incremental counts; and what failures, names and figures are told as.
  { pattern: /^dist\/services\.js$/, bytes: 236 * KB, gzip: 82 * KB },
  { pattern: /^dist\/chartPanels-\w+\.js$/, bytes: 60 * KB, gzip: 20 * KB },
  { pattern: /^dist\/callPanels-\w+\.js$/, bytes: 40 * KB, gzip: 14 * KB },
  { pattern: /^dist\/loadedRequests-\w+\.js$/, bytes: 30 * KB, gzip: 10 * KB },
  { pattern: /^dist\/maskSecrets-\w+\.js$/, bytes: 4 * KB, gzip: 2 * KB },
  { pattern: /^dist\/methodExplorer-\w+\.js$/, bytes: 40 * KB, gzip: 14 * KB },
  { pattern: /^dist\/rowHover-\w+\.js$/, bytes: 15 * KB, gzip: 6 * KB },
  { pattern: /^dist\/serverCommands-\w+\.js$/, bytes: 40 * KB, gzip: 13 * KB },
  // The largest is the catalogue of methods: docs/decisions/0013-catalogue.md.
  { pattern: /^dist\/chunk-\w+\.js$/, bytes: 60 * KB, gzip: 19 * KB },
  { pattern: /^dist\/pickServer-\w+\.js$/, bytes: 3 * KB, gzip: 2 * KB },
  { pattern: /^dist\/goToNode-\w+\.js$/, bytes: 6 * KB, gzip: 3 * KB },
  { pattern: /^dist\/viewCommands-\w+\.js$/, bytes: 8 * KB, gzip: 3 * KB },
  // docs/decisions/0016-demo.md
  { pattern: /^dist\/demo\.js$/, bytes: 80 * KB, gzip: 33 * KB },
  { pattern: /^dist\/ws\.js$/, bytes: 55 * KB, gzip: 17 * KB },
  // Half of it is the toolkit: docs/decisions/0011-webview-ui-toolkit.md.
  { pattern: /^dist\/webview\/call\.js$/, bytes: 210 * KB, gzip: 66 * KB },
  { pattern: /^dist\/webview\/.+\.js$/, bytes: 155 * KB, gzip: 62 * KB },
  { pattern: /^dist\/webview\/.+\.css$/, bytes: 40 * KB, gzip: 10 * KB },
];

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: __dirname,
  bundle: true,
  minify: production,
  sourcemap: !production,
  legalComments: "none",
  metafile: true,
  logLevel: "silent",
};

/** @type {import("esbuild").BuildOptions} */
const node = {
  ...common,
  platform: "node",
  format: "cjs",
  target: "node20",
};

/**
 * What VS Code reads at its start; it loads the services when there is something to do.
 * @type {import("esbuild").BuildOptions}
 */
const entry = {
  ...node,
  entryPoints: ["src/extension.ts"],
  outdir: "dist",
  supported: { "dynamic-import": false },
  external: ["vscode", "./services"],
};

/**
 * Only an ES module can be split at its `import()`s, and VS Code loads CommonJS. So this first build
 * splits, and `hostAsCommonJs` makes of the pieces the files that ship.
 * @type {import("esbuild").BuildOptions}
 */
const host = {
  ...common,
  platform: "node",
  target: "node20",
  format: "esm",
  splitting: true,
  write: false,
  sourcemap: production ? false : "inline",
  entryPoints: ["src/services.ts"],
  outdir: "dist",
  mainFields: ["module", "main"],
  // ws is a file of its own, read at the first connection and not at activation.
  alias: { ws: "./ws.js" },
  external: ["vscode", "./ws.js"],
  plugins: [{ name: "host-as-commonjs", setup: (build) => build.onEnd(hostAsCommonJs) }],
};

/** @type {import("esbuild").BuildOptions} */
const ws = {
  ...node,
  entryPoints: [{ in: require.resolve("ws"), out: "ws" }],
  outdir: "dist",
  sourcemap: false,
  // Optional natives of ws, which it does without.
  external: ["bufferutil", "utf-8-validate"],
};

/**
 * Recorded data, compressed: it is read once, when the demo starts.
 * @type {import("esbuild").Plugin}
 */
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

/**
 * The server of the demo. Nothing imports it: it is read when somebody starts the demo.
 * @type {import("esbuild").BuildOptions}
 */
const demo = {
  ...node,
  entryPoints: ["test/simulator/demo.ts"],
  outdir: "dist",
  sourcemap: false,
  charset: "utf8",
  alias: { ws: "./ws.js" },
  external: ["./ws.js"],
  plugins: [packedJson],
};

/**
 * One file for all that is read at activation, and one for each piece that is read later. What is in
 * the first and needed later too is passed on by it: no module is there twice.
 * @param {import("esbuild").BuildResult} result
 */
async function hostAsCommonJs({ errors, outputFiles = [], metafile }) {
  if (errors.length > 0 || metafile === undefined) return;
  const pieces = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]));
  const first = piecesAtActivation(metafile);
  const later = [...pieces.keys()].filter((piece) => !first.has(piece));
  const passedOn = [...first].filter((piece) => piece !== hostMain);
  const firstText = [
    `export * from "./${hostMain}";`,
    ...passedOn.map((piece) => `export * as ${passedName(piece)} from "./${piece}";`),
  ].join("\n");
  for (const file of fs.existsSync(distFolder) ? fs.readdirSync(distFolder) : []) {
    const [piece] = /^.+-[A-Z0-9]{8}\.js/.exec(file) ?? [];
    if (piece !== undefined && !later.includes(piece)) fs.rmSync(path.join(distFolder, file));
  }
  await Promise.all([
    bundleHost(hostMain, firstText, [readPieces(pieces, first), leavePieces(later)]),
    ...later.map((piece) =>
      bundleHost(piece, pieces.get(piece) ?? "", [takePassedOn(first), leavePieces(later)]),
    ),
  ]);
}

const hostMain = "services.js";

/** @param {string} piece a file's name with a hash in it */
const passedName = (piece) => piece.replace(/\W/g, "_");

/**
 * The file that VS Code loads, and all that it imports at once.
 * @param {import("esbuild").Metafile} metafile
 */
function piecesAtActivation({ outputs }) {
  const found = new Set([`dist/${hostMain}`]);
  for (const file of found) {
    for (const { path: imported, kind } of outputs[file]?.imports ?? []) {
      if (kind === "import-statement" && outputs[imported] !== undefined) found.add(imported);
    }
  }
  return new Set(Array.from(found, (file) => path.basename(file)));
}

/**
 * @param {string} name
 * @param {string} contents
 * @param {import("esbuild").Plugin[]} plugins
 */
async function bundleHost(name, contents, plugins) {
  await esbuild.build({
    ...node,
    logLevel: "warning",
    supported: { "dynamic-import": false },
    external: ["vscode", "./ws.js"],
    outfile: `dist/${name}`,
    stdin: { contents, resolveDir: distFolder, sourcefile: `pieces/${name}` },
    plugins,
  });
}

const distFolder = path.join(__dirname, "dist");
const relativeFile = /^\.\/[^/]+\.js$/;

/**
 * Reads pieces from memory.
 * @param {ReadonlyMap<string, string>} pieces
 * @param {ReadonlySet<string>} names
 * @returns {import("esbuild").Plugin}
 */
function readPieces(pieces, names) {
  return {
    name: "read-pieces",
    setup(build) {
      build.onResolve({ filter: relativeFile }, ({ path: file }) => {
        const piece = path.basename(file);
        return names.has(piece) ? { path: piece, namespace: "piece" } : undefined;
      });
      build.onLoad({ filter: /./, namespace: "piece" }, ({ path: piece }) => ({
        contents: pieces.get(piece) ?? "",
        resolveDir: distFolder,
      }));
    },
  };
}

/**
 * Has the pieces of the first file from there.
 * @param {ReadonlySet<string>} names
 * @returns {import("esbuild").Plugin}
 */
function takePassedOn(names) {
  return {
    name: "take-passed-on",
    setup(build) {
      build.onResolve({ filter: relativeFile }, ({ path: file, namespace }) => {
        const piece = path.basename(file);
        if (namespace === "passed-on") return { path: file, external: true };
        return names.has(piece) ? { path: piece, namespace: "passed-on" } : undefined;
      });
      build.onLoad({ filter: /./, namespace: "passed-on" }, ({ path: piece }) => ({
        contents: `module.exports = require("./${hostMain}").${passedName(piece)};`,
        resolveDir: distFolder,
      }));
    },
  };
}

/**
 * Leaves pieces to be loaded when the code runs.
 * @param {readonly string[]} names
 * @returns {import("esbuild").Plugin}
 */
function leavePieces(names) {
  return {
    name: "leave-pieces",
    setup(build) {
      build.onResolve({ filter: relativeFile }, ({ path: file }) =>
        names.includes(path.basename(file)) ? { path: file, external: true } : undefined,
      );
    },
  };
}

/** @returns {import("esbuild").BuildOptions[]} */
function webviews() {
  const names = fs.readdirSync(path.join(__dirname, "webview"));
  const entries = names.filter((name) =>
    fs.existsSync(path.join(__dirname, "webview", name, "main.ts")),
  );
  if (entries.length === 0) return [];
  return [
    {
      ...common,
      entryPoints: entries.map((name) => ({ in: `webview/${name}/main.ts`, out: name })),
      outdir: "dist/webview",
      platform: "browser",
      format: "iife",
      target: "chrome124",
      tsconfig: "webview/tsconfig.json",
    },
  ];
}

/**
 * Prints each bundle's size; true when all are within budget.
 */
function reportSizes() {
  const files = fs
    .readdirSync(distFolder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(js|css)$/.test(file))
    .map((file) => `dist/${file.replaceAll("\\", "/")}`);
  let fits = true;
  for (const file of files) {
    const content = fs.readFileSync(path.join(__dirname, file));
    const gzip = zlib.gzipSync(content).length;
    const budget = budgets.find(({ pattern }) => pattern.test(file));
    const over = budget === undefined || content.length > budget.bytes || gzip > budget.gzip;
    fits &&= !over;
    const limit = budget
      ? `of ${budget.bytes / KB} / ${budget.gzip / KB}`
      : "without a budget: add one to esbuild.js";
    console.log(
      `${file}  ${(content.length / KB).toFixed(1)} KB, ${(gzip / KB).toFixed(1)} KB gzip  ${limit}${over ? "  OVER" : ""}`,
    );
  }
  return fits;
}

/**
 * Writes which modules of packages are in the bundles: scripts/lib/bundledPackages.mjs says what comes of it.
 * @param {import("esbuild").BuildResult[]} results
 */
function writeBundledModules(results) {
  const outputs = results.flatMap(({ metafile }) => Object.values(metafile?.outputs ?? {}));
  const modules = outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [file] : [],
    ),
  );
  const ofPackages = modules.filter((file) => file.includes("node_modules/"));
  const text = JSON.stringify([...new Set(ofPackages)].sort(), null, 2);
  fs.mkdirSync(path.join(__dirname, "out"), { recursive: true });
  fs.writeFileSync(path.join(__dirname, "out/bundledModules.json"), text);
}

/** @param {import("esbuild").Message} message */
function printError({ text, location }) {
  const where = location
    ? `${location.file}:${location.line}:${location.column + 1}`
    : "esbuild.js:1:1";
  console.log(`${where}: error: ${text}`);
}

let building = 0;

/**
 * Prints the lines by which the task in .vscode/tasks.json knows that the build of all bundles
 * began and ended, and where the errors are.
 * @type {import("esbuild").Plugin}
 */
const watchReport = {
  name: "watch-report",
  setup(build) {
    build.onStart(() => {
      if (building++ === 0) console.log("[watch] build started");
    });
    build.onEnd(({ errors }) => {
      errors.forEach(printError);
      if (--building === 0) console.log("[watch] build finished");
    });
  },
};

/** @param {import("esbuild").BuildOptions[]} options */
async function watchAll(options) {
  const contexts = options.map((each) =>
    esbuild.context({ ...each, plugins: [...(each.plugins ?? []), watchReport] }),
  );
  for (const context of await Promise.all(contexts)) await context.watch();
}

async function main() {
  const options = [entry, host, ws, demo, ...webviews()];
  if (watch) return watchAll(options);
  fs.rmSync(path.join(__dirname, "dist"), { recursive: true, force: true });
  const results = await Promise.all(
    options.map((each) => esbuild.build({ ...each, logLevel: "warning" })),
  );
  writeBundledModules(results);
  if (!reportSizes() && production) process.exitCode = 1;
}

main().catch((error) => {
  // esbuild has already printed what is wrong in the sources.
  if (!Array.isArray(error.errors)) console.error(error);
  process.exitCode = 1;
});
