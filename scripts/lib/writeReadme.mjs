import fs from "node:fs";
import { packedReadme } from "./packedReadme.mjs";
import { fromProject } from "./project.mjs";

/**
 * Writes the README of the VSIX. VS Code shows one, whatever its language: ours has both in it.
 *
 * @param {string} file
 */
export function writeReadme(file) {
  const { repository } = JSON.parse(fs.readFileSync(fromProject("package.json"), "utf8"));
  const url = repository?.url?.replace(/\.git$/, "");
  const texts = ["README.md", "README.zh-CN.md"].map((name) =>
    packedReadme(fs.readFileSync(fromProject(name), "utf8"), url),
  );
  fs.mkdirSync(fromProject("out"), { recursive: true });
  fs.writeFileSync(fromProject(file), texts.join("\n---\n\n"));
}
