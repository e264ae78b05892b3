import fs from "node:fs";
import path from "node:path";
import { packedReadme } from "./packedReadme.mjs";
import { fromProject } from "./project.mjs";

/** All that ships; scripts/lib/vsixFiles.mjs checks the result by name. */
const shipped = [
  ...["dist", "l10n", "media", "CHANGELOG.md", "LICENSE"],
  ...["package.json", "package.nls.json", "package.nls.zh-cn.json"],
];

/**
 * Lays out what ships in an empty folder: nothing gets into the VSIX by accident.
 *
 * @param {string} folder
 */
export function stagePackage(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  for (const name of shipped) {
    fs.cpSync(fromProject(name), path.join(folder, name), {
      recursive: true,
      filter: (file) => !file.endsWith(".map"),
    });
  }
  fs.writeFileSync(path.join(folder, "README.md"), bothReadmes());
}

/** VS Code shows one README, whatever its language: ours has both in it. */
function bothReadmes() {
  const { repository } = JSON.parse(fs.readFileSync(fromProject("package.json"), "utf8"));
  const texts = ["README.md", "README.zh-CN.md"].map((file) =>
    packedReadme(
      fs.readFileSync(fromProject(file), "utf8"),
      repository?.url?.replace(/\.git$/, ""),
    ),
  );
  return texts.join("\n---\n\n");
}
