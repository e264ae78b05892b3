import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rowTokens } from "../../src/features/nodes/rowTokens";
import { readTexts } from "./manifest";
import { root } from "./sources";

for (const file of ["README.md", "README.zh-CN.md"]) {
  it(`${file} links to files that exist`, () => {
    const links = [...readFileSync(join(root, file), "utf8").matchAll(/\]\((?!https?:)([^)#]+)/g)];
    const missing = links.filter(([, path = ""]) => !existsSync(join(root, path)));
    assert.deepEqual(missing, []);
  });
}

for (const file of ["package.nls.json", "package.nls.zh-cn.json"]) {
  it(`${file} names every row token in the setting's description`, () => {
    const description = readTexts(file)["setting.nodes.description"] ?? "";
    const missing = Object.keys(rowTokens).filter(
      (token) => !description.includes(`\`{${token}}\``),
    );
    assert.deepEqual(missing, []);
  });
}
