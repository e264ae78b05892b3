import fs from "node:fs";
import zlib from "node:zlib";
import { fromProject } from "./project.mjs";

const KB = 1000;

/** What each production bundle may have at most. */
const budgets = [
  // Read by VS Code before it can activate us: docs/decisions/0015-small-entry.md.
  { pattern: /^extension\.js$/, bytes: 6.5 * KB, gzip: 3 * KB },
  // Read once there is something to do; with what src/later.ts shares: docs/decisions/0010-lazy-host-bundles.md.
  { pattern: /^services\.js$/, bytes: 168 * KB, gzip: 57 * KB },
  { pattern: /^shared\.js$/, bytes: 112 * KB, gzip: 40 * KB },
  // Read with the first click.
  { pattern: /^later\.js$/, bytes: 330 * KB, gzip: 112 * KB },
  { pattern: /^ws\.js$/, bytes: 55 * KB, gzip: 17 * KB },
  // docs/decisions/0016-demo.md
  { pattern: /^demo\.js$/, bytes: 80 * KB, gzip: 33 * KB },
  // Half of it is the toolkit: docs/decisions/0011-webview-ui-toolkit.md. Codicons: docs/decisions/0007-dependencies.md.
  { pattern: /^webview\/call\.js$/, bytes: 265 * KB, gzip: 87 * KB },
  { pattern: /^webview\/.+\.js$/, bytes: 240 * KB, gzip: 94 * KB },
  { pattern: /^webview\/.+\.css$/, bytes: 40 * KB, gzip: 10 * KB },
];

/** Prints the size of each bundle; whether all are within their budgets. */
export function reportSizes() {
  const files = fs
    .readdirSync(fromProject("dist"), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(js|css)$/.test(file));
  return files.map((file) => reportSize(file)).every((fits) => fits);
}

/** @param {string} file below dist */
function reportSize(file) {
  const content = fs.readFileSync(fromProject("dist", file));
  const gzip = zlib.gzipSync(content).length;
  const budget = budgets.find(({ pattern }) => pattern.test(file));
  const fits = budget !== undefined && content.length <= budget.bytes && gzip <= budget.gzip;
  const limit = budget
    ? `of ${budget.bytes / KB} / ${budget.gzip / KB}`
    : "without a budget: add one to scripts/lib/bundleSizes.mjs";
  console.log(
    `${file}  ${(content.length / KB).toFixed(1)} KB, ${(gzip / KB).toFixed(1)} KB gzip  ${limit}${fits ? "" : "  OVER"}`,
  );
  return fits;
}
