// node scripts/checkVsix.mjs: fails when the VSIX holds anything unexpected, or too much.
import fs from "node:fs";
import { fromProject } from "./lib/project.mjs";
import { readmeProblems } from "./lib/packedReadme.mjs";
import { expectedVsixFiles, vsixBudget } from "./lib/vsixFiles.mjs";
import { legalProblems, noticesFile, sbomFile } from "./lib/writeLegal.mjs";
import { zipEntries } from "./lib/zip.mjs";

export function checkVsix(file = fromProject("out/komari-vscode.vsix")) {
  const entries = zipEntries(file);
  const present = entries.map(({ name }) => name);
  /** @param {string} path */
  const text = (path) => entries.find(({ name }) => name === `extension/${path}`)?.read() ?? "";
  const expected = expectedVsixFiles();
  const size = fs.statSync(file).size;
  const problems = [
    ...present.filter((name) => !expected.includes(name)).map((name) => `unexpected: ${name}`),
    ...expected.filter((name) => !present.includes(name)).map((name) => `missing: ${name}`),
    ...readmeProblems(text("readme.md")).map((problem) => `in its README: ${problem}`),
    ...legalProblems(text(noticesFile), text(sbomFile)),
    ...(size > vsixBudget ? [`${size} bytes are more than ${vsixBudget}`] : []),
  ];
  for (const problem of problems) console.error(`VSIX: ${problem}`);
  console.log(`VSIX: ${present.length} files, ${(size / 1000).toFixed(1)} KB`);
  return problems.length === 0;
}

if (process.argv[1] === import.meta.filename && !checkVsix()) process.exitCode = 1;
