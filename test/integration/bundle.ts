import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { fromProject } from "../host/paths";

export const bundleFolder = fromProject("out/integration");

/** Every suite and the index become plain CommonJS files: the extension host knows no TypeScript. */
export async function bundleIntegrationTests(): Promise<void> {
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
}

// Run by itself, for F5 (.vscode/tasks.json).
if (require.main === module) void bundleIntegrationTests();
