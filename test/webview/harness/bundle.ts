import fs from "node:fs";
import path from "node:path";
import * as esbuild from "esbuild";
import { fromProject } from "../../host/paths";

export interface Bundle {
  readonly script: string;
  readonly style: string;
}

const built = new Map<string, Promise<Bundle>>();

/** A panel as it ships, but not minified; built once in a run. @param name as in `webview/<name>`. */
export function bundleOf(name: string): Promise<Bundle> {
  const bundle = built.get(name) ?? build(name);
  built.set(name, bundle);
  return bundle;
}

async function build(name: string): Promise<Bundle> {
  const outdir = fromProject("out/webview");
  await esbuild.build({
    absWorkingDir: fromProject(),
    entryPoints: [{ in: `webview/${name}/main.ts`, out: name }],
    outdir,
    ...{ bundle: true, format: "iife", platform: "browser", target: "chrome124" },
    ...{ tsconfig: "webview/tsconfig.json", logLevel: "warning" },
  });
  const read = (file: string) => fs.readFileSync(path.join(outdir, file), "utf8");
  return { script: read(`${name}.js`), style: read(`${name}.css`) };
}
