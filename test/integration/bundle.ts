import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { fromProject } from "../host/paths";

/**
 * Every suite and the index become plain CommonJS files: the extension host knows no TypeScript.
 * @returns the folder in which they are; each host has its own, for they run side by side.
 */
export async function bundleIntegrationTests(host = ""): Promise<string> {
  const bundleFolder = fromProject("out/integration", host);
  const suites = fs.readdirSync(__dirname, { recursive: true, encoding: "utf8" });
  fs.rmSync(bundleFolder, { recursive: true, force: true });
  await build({
    entryPoints: ["index.ts", ...suites.filter((file) => file.endsWith(".test.ts"))].map((file) =>
      path.join(__dirname, file),
    ),
    outdir: bundleFolder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["vscode", "mocha", "bufferutil", "utf-8-validate"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return bundleFolder;
}

// Run by itself, for F5 (.vscode/tasks.json).
if (require.main === module) void bundleIntegrationTests();
