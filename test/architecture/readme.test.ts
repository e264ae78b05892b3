import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rowTokens } from "../../src/features/nodes/rows/rowTokens";
import { declaredSettings, readTexts } from "./manifest";
import { root } from "./sources";

const read = (file: string) => readFileSync(join(root, file), "utf8");

const documents = [
  ...["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md"],
  ...readdirSync(join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

for (const file of documents) {
  it(`${file} links to files and shows pictures that exist`, () => {
    const text = read(file);
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)];
    const pictures = [...text.matchAll(/\b(?:src|srcset)="(?!https:)([^"]+)"/g)];
    const paths = [...links, ...pictures].map(([, path = ""]) => path);
    const missing = paths.filter((path) => !existsSync(join(root, dirname(file), path)));
    assert.deepEqual(missing, []);
  });
}

describe("docs/settings.md", () => {
  const sections = read("docs/settings.md").split(/^### /m).slice(1);
  const names = sections.map((section) => /^`([^`]+)`/.exec(section)?.[1]);

  it("has a section for each setting, in the order of the manifest", () => {
    assert.deepEqual(names, Object.keys(declaredSettings));
  });

  for (const [id, setting] of Object.entries(declaredSettings)) {
    it(`names the default of ${id}, and its limits if it has any`, () => {
      const { default: value, minimum, maximum } = setting;
      const shown = typeof value === "string" ? value : JSON.stringify(value);
      const limits = minimum === undefined ? "" : `, from ${minimum} to ${maximum}`;
      const line = sections[names.indexOf(id)]?.split("\n")[2];
      assert.equal(line, `Default: \`${shown}\`${limits}`);
    });
  }
});

for (const [file, text] of [
  ...["package.nls.json", "package.nls.zh-cn.json"].map(
    (file) => [file, readTexts(file)["setting.nodes.description"] ?? ""] as const,
  ),
  ["docs/settings.md", read("docs/settings.md")] as const,
]) {
  it(`${file} names every row token`, () => {
    const missing = Object.keys(rowTokens).filter((token) => !text.includes(`\`{${token}}\``));
    assert.deepEqual(missing, []);
  });
}
