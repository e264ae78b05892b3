import assert from "node:assert/strict";
import { readAudit } from "../../../scripts/lib/audit.mjs";
import { packagesOf } from "../../../scripts/lib/bundledPackages.mjs";
import { licenseTexts, notices, noticesProblems } from "../../../scripts/lib/notices.mjs";
import { sbom } from "../../../scripts/lib/sbom.mjs";

const integrity = `sha512-${Buffer.from("0123").toString("base64")}`;
const locked = {
  "": { version: "0.1.0", license: "MIT", devDependencies: { "@a/b": "1", ws: "8", unused: "1" } },
  "node_modules/ws": { version: "8.0.0", license: "MIT", integrity },
  "node_modules/tslib": { version: "2.0.0", license: "0BSD" },
  "node_modules/@a/b": {
    version: "1.0.0",
    license: "(MIT OR CC0-1.0)",
    dependencies: { tslib: "1", ws: "8", unused: "1" },
  },
  "node_modules/@a/b/node_modules/tslib": { version: "1.0.0", license: "0BSD" },
  "node_modules/unused": { version: "1.0.0", license: "MIT" },
  "node_modules/unknown": { version: "1.0.0" },
};
const modules = [
  "node_modules/ws/lib/sender.js",
  "node_modules/ws/lib/receiver.js",
  "../elsewhere/node_modules/@a/b/index.js",
  "node_modules/@a/b/node_modules/tslib/tslib.js",
  "node_modules/tslib/tslib.js",
];
const bundled = packagesOf(modules, locked);

describe("packagesOf", () => {
  it("has each package once, nested ones of another version too", () => {
    assert.deepEqual(
      bundled.map(({ name, version }) => `${name} ${version}`),
      ["@a/b 1.0.0", "tslib 1.0.0", "tslib 2.0.0", "ws 8.0.0"],
    );
  });

  it("finds dependencies as Node does, and only those that are bundled", () => {
    assert.deepEqual(bundled[0]?.dependsOn, [
      "node_modules/@a/b/node_modules/tslib",
      "node_modules/ws",
    ]);
  });

  it("fails for a package that the lock file does not know, or without a license", () => {
    for (const name of ["missing", "unknown"]) {
      assert.throws(() => packagesOf([`node_modules/${name}/x.js`], locked), new RegExp(name));
    }
  });
});

describe("notices", () => {
  const installed = (folder: string, license = "MIT") => {
    const name = folder.replace(/.*node_modules\//, "");
    return { folder, name, version: "1.0.0", license, isDirect: true, dependsOn: [] };
  };
  const packages = ["ws", "uplot", "@vscode/l10n", "@vscode/webview-ui-toolkit"].map((name) =>
    installed(`node_modules/${name}`),
  );

  it("have the license of every package, and the notices that it passes on", () => {
    const text = notices(packages);
    assert.deepEqual(noticesProblems(text, packages), []);
    for (const { name } of packages) assert.ok(text.includes(`\n${name} 1.0.0 (MIT)\n`));
    const [license, passedOn] = licenseTexts(installed("node_modules/@vscode/webview-ui-toolkit"));
    assert.match(license ?? "", /Microsoft/);
    assert.match(passedOn ?? "", /THIRD-PARTY SOFTWARE NOTICES/);
  });

  it("are incomplete without a package, with another version of it, or with half of its license", () => {
    const text = notices(packages);
    const [ws] = packages;
    assert.ok(ws);
    const [license = ""] = licenseTexts(ws);
    const broken = [
      notices(packages.slice(1)),
      text.replace("ws 1.0.0", "ws 2.0.0"),
      text.replace(license, license.slice(0, -20)),
      "",
    ];
    for (const each of broken) {
      assert.ok(noticesProblems(each, packages).includes("the license of ws 1.0.0 (MIT)"));
    }
  });

  it("name the author of what is under a license that asks for it", () => {
    const text = notices([installed("node_modules/@vscode/codicons", "CC-BY-4.0")]);
    assert.match(text, /Icons by Microsoft Corporation .*CC BY 4\.0/);
    assert.match(text, /Creative Commons/);
  });

  it("fail for a package without the text of its license", () => {
    const without = installed("node_modules/@vscode/l10n", "ISC");
    assert.throws(() => notices([without]), /@vscode\/l10n is bundled without/);
  });
});

describe("sbom", () => {
  const bom = sbom({ name: "x", version: "0.1.0", license: "MIT" }, bundled);

  it("names every package by its package URL, with license and digest", () => {
    assert.deepEqual(
      bom.components.map(({ purl }) => purl),
      ["pkg:npm/%40a/b@1.0.0", "pkg:npm/tslib@1.0.0", "pkg:npm/tslib@2.0.0", "pkg:npm/ws@8.0.0"],
    );
    const [scoped, , , ws] = bom.components;
    assert.deepEqual(
      [scoped?.group, scoped?.name, scoped?.licenses],
      ["@a", "b", [{ expression: "(MIT OR CC0-1.0)" }]],
    );
    assert.deepEqual(ws?.hashes, [{ alg: "SHA-512", content: "30313233" }]);
  });

  it("has dependencies that refer to components only", () => {
    const [root, first] = bom.dependencies;
    assert.deepEqual(root, {
      ref: "x@0.1.0",
      dependsOn: ["pkg:npm/%40a/b@1.0.0", "pkg:npm/ws@8.0.0"],
    });
    assert.deepEqual(first?.dependsOn, ["pkg:npm/tslib@1.0.0", "pkg:npm/ws@8.0.0"]);
  });
});

describe("readAudit", () => {
  const advisory = (severity: string) => ({
    title: "Denial of service",
    severity,
    url: "https://x",
  });
  const report = (severity: string, nodes: readonly string[]) =>
    JSON.stringify({ vulnerabilities: { ws: { nodes, via: ["other", advisory(severity)] } } });

  for (const severity of ["moderate", "high", "critical"]) {
    it(`fails for a bundled package with a vulnerability that is ${severity}`, () => {
      const { problems, minor, unasked } = readAudit(
        report(severity, ["node_modules/ws"]),
        bundled,
      );
      assert.deepEqual(problems, [`ws 8.0.0: Denial of service (${severity}) https://x`]);
      assert.deepEqual([minor, unasked], [[], undefined]);
    });
  }

  it("only notes those that are low", () => {
    const { problems, minor } = readAudit(report("low", ["node_modules/ws"]), bundled);
    assert.deepEqual([problems.length, minor.length], [0, 1]);
  });

  it("leaves out packages and versions that are not bundled", () => {
    const text = report("critical", ["node_modules/unused", "node_modules/c/node_modules/ws"]);
    assert.deepEqual(readAudit(text, bundled), { problems: [], minor: [] });
  });

  it("has the reason if the registry cannot be reached", () => {
    const answers = [
      ['{"message":"405 Method Not Allowed","error":{"summary":""}}', "405 Method Not Allowed"],
      ['{"error":{"summary":"getaddrinfo ENOTFOUND x"}}', "getaddrinfo ENOTFOUND x"],
      ["Error: spawn npm ENOENT", "Error: spawn npm ENOENT"],
      ["{}", "no report"],
      ["", "npm printed nothing"],
    ];
    for (const [output = "", why] of answers) {
      assert.deepEqual(readAudit(output, bundled), { unasked: why, problems: [], minor: [] });
    }
  });
});
