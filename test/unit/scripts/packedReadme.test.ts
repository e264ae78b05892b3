import assert from "node:assert/strict";
import { packedReadme, readmeProblems } from "../../../scripts/lib/packedReadme.mjs";

const readme = `# Komari

<picture>
  <source media="(prefers-color-scheme: light)" srcset="docs/images/a-light.png">
  <img alt="Nodes" src="docs/images/a.png">
</picture>

[Komari](https://github.com/komari-monitor/komari) and [charts](docs/charts.md#export).

![A chart](docs/images/b.png)

<!-- repository -->
## Build

npm run package
<!-- /repository -->

## Security
`;

describe("packedReadme", () => {
  it("without a repository has neither pictures nor relative links, but their texts", () => {
    assert.equal(
      packedReadme(readme),
      "# Komari\n\n[Komari](https://github.com/komari-monitor/komari) and charts.\n\n## Security\n",
    );
  });

  it("with a repository leads there", () => {
    const text = packedReadme(readme, "https://github.com/o/n");
    const images = "https://github.com/o/n/raw/HEAD/docs/images";
    assert.ok(text.includes(`srcset="${images}/a-light.png"`));
    assert.ok(text.includes(`src="${images}/a.png"`));
    assert.ok(text.includes(`![A chart](${images}/b.png)`));
    assert.ok(text.includes("[charts](https://github.com/o/n/blob/HEAD/docs/charts.md#export)"));
  });

  it("never explains how to build", () => {
    for (const repository of [undefined, "https://github.com/o/n"]) {
      const text = packedReadme(readme, repository);
      assert.deepEqual(readmeProblems(text), []);
      assert.ok(!text.includes("## Build"));
    }
  });
});

describe("readmeProblems", () => {
  it("finds relative links, pictures and commands of developers", () => {
    assert.deepEqual(readmeProblems(readme), [
      "[charts](docs/charts.md#export)",
      "![A chart](docs/images/b.png)",
      'srcset="docs/images/a-light.png"',
      'src="docs/images/a.png"',
      "npm run",
    ]);
  });
});
