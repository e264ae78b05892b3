import fs from "node:fs";
import { fromProject } from "./project.mjs";

/**
 * @typedef {object} BundledPackage
 * @property {string} folder as package-lock.json has it: "node_modules/ws"
 * @property {string} name
 * @property {string} version
 * @property {string} license an SPDX expression
 * @property {string} [integrity]
 * @property {boolean} isDirect package.json names it
 * @property {string[]} dependsOn folders of other bundled packages
 */

/**
 * Writes down which modules of packages a build has put into the bundles.
 * @param {(import("esbuild").Metafile | undefined)[]} metafiles
 */
export function writeBundledModules(metafiles) {
  const modules = metafiles
    .flatMap((metafile) => Object.values(metafile?.outputs ?? {}))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []))
    .filter((file) => file.includes("node_modules/"));
  fs.mkdirSync(fromProject("out"), { recursive: true });
  const text = JSON.stringify([...new Set(modules)].sort(), null, 2);
  fs.writeFileSync(fromProject("out/bundledModules.json"), text);
}

/**
 * The packages of which the last production build has put code into the bundles.
 * @returns {BundledPackage[]}
 */
export function bundledPackages() {
  const modules = JSON.parse(fs.readFileSync(fromProject("out/bundledModules.json"), "utf8"));
  const lock = JSON.parse(fs.readFileSync(fromProject("package-lock.json"), "utf8"));
  return packagesOf(modules, lock.packages);
}

/**
 * @typedef {{ version: string, license?: string, integrity?: string, dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} LockedPackage
 * @param {string[]} modules paths of files
 * @param {Record<string, LockedPackage>} locked by folder
 * @returns {BundledPackage[]}
 */
export function packagesOf(modules, locked) {
  const folders = new Set(modules.map(folderOf));
  const named = Object.keys(locked[""]?.devDependencies ?? {}).map(
    (name) => `node_modules/${name}`,
  );
  return [...folders].sort().map((folder) => {
    const { version, license, integrity, dependencies = {} } = locked[folder] ?? {};
    if (version === undefined || license === undefined) {
      throw new Error(`${folder} is bundled, but package-lock.json does not say its license.`);
    }
    const dependsOn = Object.keys(dependencies).flatMap(
      (name) => resolve(folder, name, locked) ?? [],
    );
    return {
      folder,
      name: nameOf(folder),
      version,
      license,
      ...(integrity === undefined ? {} : { integrity }),
      isDirect: named.includes(folder),
      dependsOn: dependsOn.filter((other) => folders.has(other)),
    };
  });
}

/** @param {string} module */
function folderOf(module) {
  const [folder] = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(module) ?? [];
  if (folder === undefined) throw new Error(`${module} is of no package.`);
  return folder;
}

/** @param {string} folder */
function nameOf(folder) {
  return folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
}

/**
 * Where Node finds a package that one in this folder requires.
 * @param {string} folder @param {string} name @param {Record<string, LockedPackage>} locked
 * @returns {string | undefined}
 */
function resolve(folder, name, locked) {
  const inside = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
  if (locked[inside] !== undefined) return inside;
  if (folder === "") return undefined;
  const parent = folder.lastIndexOf("/node_modules/");
  return resolve(parent === -1 ? "" : folder.slice(0, parent), name, locked);
}
