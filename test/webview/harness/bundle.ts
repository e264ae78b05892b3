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
  const { outputFiles } = await esbuild.build({
    absWorkingDir: fromProject(),
    entryPoints: [{ in: `webview/${name}/main.ts`, out: name }],
    outdir: fromProject("out/webview"),
    write: false,
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "chrome124",
    tsconfig: "webview/tsconfig.json",
    logLevel: "warning",
  });
  const textOf = (file: string) =>
    outputFiles.find(({ path: at }) => path.basename(at) === file)?.text ?? "";
  return { script: textOf(`${name}.js`), style: textOf(`${name}.css`) };
}
