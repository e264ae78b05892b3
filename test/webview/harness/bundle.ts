import fs from "node:fs";
import path from "node:path";
import * as esbuild from "esbuild";
import { fromProject } from "../../host/paths";

export interface Bundle {
  readonly script: string;
  readonly style: string;
}

let built: Promise<Bundle> | undefined;

/** The panel as it ships, but not minified; built once in a run. */
export function chartBundle(): Promise<Bundle> {
  built ??= build();
  return built;
}

async function build(): Promise<Bundle> {
  const outdir = fromProject("out/webview");
  await esbuild.build({
    absWorkingDir: fromProject(),
    entryPoints: [{ in: "webview/chart/main.ts", out: "chart" }],
    outdir,
    ...{ bundle: true, format: "iife", platform: "browser", target: "chrome124" },
    ...{ tsconfig: "webview/tsconfig.json", logLevel: "warning" },
  });
  const read = (name: string) => fs.readFileSync(path.join(outdir, name), "utf8");
  return { script: read("chart.js"), style: read("chart.css") };
}
