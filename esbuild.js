// @ts-check
"use strict";
// Builds dist/: the host bundle and one bundle per webview/<name>/main.ts.
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
  { pattern: /^dist\/extension\.js$/, bytes: 130 * KB, gzip: 44 * KB },
  { pattern: /^dist\/ws\.js$/, bytes: 55 * KB, gzip: 17 * KB },
  { pattern: /^dist\/webview\/.+\.js$/, bytes: 150 * KB, gzip: 60 * KB },
  { pattern: /^dist\/webview\/.+\.css$/, bytes: 40 * KB, gzip: 10 * KB },
];

/** @type {import("esbuild").BuildOptions} */
const common = {
  absWorkingDir: __dirname,
  bundle: true,
  metafile: true,
  minify: production,
  sourcemap: !production,
  legalComments: "none",
  logLevel: "silent",
};

/** @type {import("esbuild").BuildOptions} */
const node = {
  ...common,
  platform: "node",
  format: "cjs",
  target: "node20",
};

/** @type {import("esbuild").BuildOptions} */
const host = {
  ...node,
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  mainFields: ["module", "main"],
  // ws is a file of its own, read at the first connection and not at activation.
  alias: { ws: "./ws.js" },
  external: ["vscode", "./ws.js"],
  supported: { "dynamic-import": false },
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
 * @param {import("esbuild").Metafile[]} metafiles
 */
function reportSizes(metafiles) {
  const files = metafiles
    .flatMap((metafile) => Object.keys(metafile.outputs))
    .filter((file) => !file.endsWith(".map"));
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
  const contexts = options.map((each) => esbuild.context({ ...each, plugins: [watchReport] }));
  for (const context of await Promise.all(contexts)) await context.watch();
}

async function main() {
  const options = [host, ws, ...webviews()];
  if (watch) return watchAll(options);
  fs.rmSync(path.join(__dirname, "dist"), { recursive: true, force: true });
  const results = await Promise.all(
    options.map((each) => esbuild.build({ ...each, logLevel: "warning" })),
  );
  const fits = reportSizes(results.flatMap(({ metafile }) => (metafile ? [metafile] : [])));
  if (production && !fits) process.exitCode = 1;
}

main().catch((error) => {
  // esbuild has already printed what is wrong in the sources.
  if (!Array.isArray(error.errors)) console.error(error);
  process.exitCode = 1;
});
