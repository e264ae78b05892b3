import path from "node:path";
import { build } from "esbuild";
import { fromProject } from "../host/paths";

export const bundleFolder = fromProject("out/bench");

/** Each becomes one CommonJS file: what runs is what esbuild makes of it, as in production. */
export async function bundleBenches(names: readonly string[]): Promise<void> {
  await build({
    entryPoints: names.map((name) => path.join(__dirname, `${name}.ts`)),
    outdir: bundleFolder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    external: ["bufferutil", "utf-8-validate", "esbuild", "playwright-core", "vscode"],
    logLevel: "warning",
  });
}
