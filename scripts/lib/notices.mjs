import fs from "node:fs";
import { fromProject } from "./project.mjs";

/** @typedef {import("./bundledPackages.mjs").BundledPackage} BundledPackage */

/** Packages that come without the text of their license; their repositories have it. */
const microsoftMit = [
  "@microsoft/fast-element",
  "@microsoft/fast-foundation",
  "@microsoft/fast-web-utilities",
  "@vscode/l10n",
];

const microsoftMitText = `MIT License

Copyright (c) Microsoft Corporation. All rights reserved.

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;

/** What a license wants to be said that its text, as it is in the package, does not say. @type {Record<string, string>} */
const attributions = {
  "@vscode/codicons":
    "Icons by Microsoft Corporation (https://github.com/microsoft/vscode-codicons), licensed under CC BY 4.0, unchanged.",
};

/**
 * The texts that a package asks to pass on: its license, copyright and notices.
 * @param {BundledPackage} bundled
 */
export function licenseTexts({ folder, name, license }) {
  const at = fromProject(folder);
  const files = fs.readdirSync(at).sort();
  const read = (/** @type {RegExp} */ pattern) =>
    files
      .filter((file) => pattern.test(file))
      .map((file) => fs.readFileSync(`${at}/${file}`, "utf8").replaceAll("\r\n", "\n").trim());
  const licenses = read(/^(licen[cs]e|copying)(\.\w+)?$/i);
  if (licenses.length === 0 && license === "MIT" && microsoftMit.includes(name)) {
    licenses.push(microsoftMitText);
  }
  if (licenses.length === 0) {
    throw new Error(`${name} is bundled without the text of its license (${license}).`);
  }
  const attribution = attributions[name];
  return [
    ...(attribution ? [attribution] : []),
    ...licenses,
    ...read(/^(notices?|copyrightnotice)(\.\w+)?$/i),
  ];
}

/** @param {BundledPackage} bundled */
const heading = ({ name, version, license }) => `${name} ${version} (${license})`;

const rule = "-".repeat(80);

/** What ThirdPartyNotices.txt says. @param {BundledPackage[]} packages */
export function notices(packages) {
  const sections = packages.map((bundled) =>
    [rule, heading(bundled), rule, "", licenseTexts(bundled).join("\n\n")].join("\n"),
  );
  return `${["The bundles of this extension contain code of these packages.", ...sections].join("\n\n")}\n`;
}

/**
 * What is missing.
 * @param {string} text of ThirdPartyNotices.txt
 * @param {BundledPackage[]} packages
 */
export function noticesProblems(text, packages) {
  return packages.flatMap((bundled) => {
    const [, section = ""] = text.split(`${rule}\n${heading(bundled)}\n${rule}\n`);
    const isWhole = licenseTexts(bundled).every((each) => section.includes(each));
    return isWhole ? [] : [`the license of ${heading(bundled)}`];
  });
}
