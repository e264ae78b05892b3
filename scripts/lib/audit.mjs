/** @typedef {import("./bundledPackages.mjs").BundledPackage} BundledPackage */

const failingSeverities = ["moderate", "high", "critical"];

/**
 * @typedef {{ title: string, severity: string, url: string }} Advisory
 * @typedef {{ nodes: string[], via: (string | Advisory)[] }} Vulnerability
 * @typedef {object} AuditResult
 * @property {string} [unasked] why nothing is known
 * @property {string[]} problems vulnerabilities of bundled packages that must not ship
 * @property {string[]} minor the others of bundled packages
 */

/**
 * What `npm audit --json` says about the packages that are bundled.
 * @param {string} output
 * @param {BundledPackage[]} packages
 * @returns {AuditResult}
 */
export function readAudit(output, packages) {
  /** @type {{ vulnerabilities?: Record<string, Vulnerability>, message?: string, error?: { summary?: string } }} */
  let report;
  try {
    report = JSON.parse(output);
  } catch {
    return { unasked: output.trim() || "npm printed nothing", problems: [], minor: [] };
  }
  const { vulnerabilities, message, error } = report;
  if (vulnerabilities === undefined) {
    return { unasked: message || error?.summary || "no report", problems: [], minor: [] };
  }
  const found = Object.values(vulnerabilities).flatMap(({ nodes, via }) => {
    const affected = packages.filter(({ folder }) => nodes.includes(folder));
    const advisories = via.filter((each) => typeof each !== "string");
    return affected.flatMap((bundled) => advisories.map((advisory) => ({ bundled, advisory })));
  });
  const isFailing = (/** @type {typeof found[number]} */ { advisory }) =>
    failingSeverities.includes(advisory.severity);
  return {
    problems: found.filter(isFailing).map(describe),
    minor: found.filter((each) => !isFailing(each)).map(describe),
  };
}

/** @param {{ bundled: BundledPackage, advisory: Advisory }} found */
function describe({ bundled, advisory }) {
  const { title, severity, url } = advisory;
  return `${bundled.name} ${bundled.version}: ${title} (${severity}) ${url}`;
}
