import fs from "node:fs";
import path from "node:path";
import { fromProject } from "../host/paths";

const shipped = ["dist", "l10n", "media", "package.nls.json", "package.nls.zh-cn.json"];

/** An extension that nothing activates but the bench. */
export function writeExtension(at: string, manifest: object): void {
  fs.mkdirSync(at, { recursive: true });
  fs.writeFileSync(
    path.join(at, "package.json"),
    JSON.stringify({ ...manifest, activationEvents: [] }),
  );
}

/** Our extension as it ships. Returns its id. */
export function writeOurs(at: string): string {
  const manifest = JSON.parse(fs.readFileSync(fromProject("package.json"), "utf8")) as Record<
    "name" | "publisher",
    string
  >;
  writeExtension(at, manifest);
  for (const name of shipped)
    fs.cpSync(fromProject(name), path.join(at, name), { recursive: true });
  return `${manifest.publisher}.${manifest.name}`;
}
