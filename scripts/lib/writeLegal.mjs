import fs from "node:fs";
import { bundledPackages } from "./bundledPackages.mjs";
import { notices, noticesProblems } from "./notices.mjs";
import { fromProject } from "./project.mjs";
import { sbom } from "./sbom.mjs";

/** Ships with what it describes: docs/decisions/0018-what-ships.md. */
export const noticesFile = "dist/ThirdPartyNotices.txt";
export const sbomFile = "dist/sbom.cdx.json";

function expectedSbom() {
  const extension = JSON.parse(fs.readFileSync(fromProject("package.json"), "utf8"));
  return `${JSON.stringify(sbom(extension, bundledPackages()), null, 2)}\n`;
}

/** Writes licenses and bill of materials of what the production build has bundled. */
export function writeLegal() {
  fs.writeFileSync(fromProject(noticesFile), notices(bundledPackages()));
  fs.writeFileSync(fromProject(sbomFile), expectedSbom());
}

/**
 * @param {string} noticesText @param {string} sbomText as they are in the VSIX
 */
export function legalProblems(noticesText, sbomText) {
  const missing = noticesProblems(noticesText, bundledPackages());
  return [
    ...missing.map((text) => `missing in ${noticesFile}: ${text}`),
    ...(sbomText === expectedSbom() ? [] : [`${sbomFile} is not of what is bundled`]),
  ];
}
