/** @typedef {import("./bundledPackages.mjs").BundledPackage} BundledPackage */

/**
 * A bill of materials as CycloneDX 1.6: the extension and the packages in its bundles. The same for the same
 * build: it has neither a time nor a serial number.
 * @param {{ name: string, version: string, license: string }} extension
 * @param {BundledPackage[]} packages
 */
export function sbom(extension, packages) {
  const root = `${extension.name}@${extension.version}`;
  const refs = new Map(packages.map((bundled) => [bundled.folder, purl(bundled)]));
  const direct = packages.filter(({ isDirect }) => isDirect);
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      component: {
        "bom-ref": root,
        type: "application",
        name: extension.name,
        version: extension.version,
        licenses: licensesOf(extension),
      },
    },
    components: packages.map(component),
    dependencies: [
      { ref: root, dependsOn: direct.map(purl) },
      ...packages.map((bundled) => ({
        ref: purl(bundled),
        dependsOn: bundled.dependsOn.map((folder) => refs.get(folder)),
      })),
    ],
  };
}

/** @param {Pick<BundledPackage, "name" | "version">} bundled */
export function purl({ name, version }) {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

/** @param {BundledPackage} bundled */
function component(bundled) {
  const [name = "", group] = bundled.name.split("/").reverse();
  const { version, integrity = "" } = bundled;
  const [, digest] = /^sha512-(.+)$/.exec(integrity) ?? [];
  return {
    "bom-ref": purl(bundled),
    type: "library",
    ...(group === undefined ? {} : { group }),
    name,
    version,
    licenses: licensesOf(bundled),
    purl: purl(bundled),
    ...(digest === undefined
      ? {}
      : { hashes: [{ alg: "SHA-512", content: Buffer.from(digest, "base64").toString("hex") }] }),
  };
}

/** @param {{ license: string }} of */
function licensesOf({ license }) {
  return [/^[\w.-]+$/.test(license) ? { license: { id: license } } : { expression: license }];
}
