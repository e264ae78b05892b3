import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rowTokens } from "../../src/features/nodes/rowTemplate";
import { manifest, readTexts } from "./manifest";
import { root } from "./sources";

const { commands, configuration } = manifest.contributes;

const readmes = [
  { file: "README.md", texts: readTexts("package.nls.json"), to: " to " },
  { file: "README.zh-CN.md", texts: readTexts("package.nls.zh-cn.json"), to: " 到 " },
];

for (const { file, texts, to } of readmes) {
  const lines = readFileSync(join(root, file), "utf8").split("\n");

  describe(`${file} says what the manifest says`, () => {
    for (const [id, setting] of Object.entries(configuration.properties)) {
      it(`of ${id}: its default, and its limits if it has any`, () => {
        const row = lines.find((line) => line.startsWith(`| \`${id}\``)) ?? "";
        const [, , shown, meaning = ""] = row.split("|").map((cell) => cell.trim());
        const { default: value, minimum, maximum } = setting;
        assert.equal(shown, `\`${typeof value === "string" ? value : JSON.stringify(value)}\``);
        if (minimum === undefined || maximum === undefined) return;
        assert.ok(meaning.includes(`${minimum}${to}${maximum}`), row);
      });
    }

    it("and names every command", () => {
      const titles = commands.map(({ title }) => texts[title.slice(1, -1)] ?? title);
      const bold = lines.join("\n").match(/\*\*[^*]+\*\*/g) ?? [];
      const missing = titles.filter((title) => !bold.some((name) => name.endsWith(`${title}**`)));
      assert.deepEqual(missing, []);
    });

    it("and every token of a row, as the setting's description does", () => {
      const description = texts["setting.nodes.description"] ?? "";
      for (const text of [lines.join("\n"), description]) {
        const missing = rowTokens.filter((token) => !text.includes(`\`{${token}}\``));
        assert.deepEqual(missing, []);
      }
    });

    it("and links to files that are there", () => {
      const links = [...lines.join("\n").matchAll(/\]\((?!https?:)([^)#]+)/g)];
      const missing = links.filter(([, path = ""]) => !existsSync(join(root, path)));
      assert.deepEqual(missing, []);
    });
  });
}
