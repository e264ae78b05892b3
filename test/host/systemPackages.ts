import { spawnSync } from "node:child_process";
import { findBrowser } from "./browser";
import { runToEnd } from "./processes";

interface Need {
  readonly what: string;
  readonly packages: readonly string[];
  readonly required: boolean;
  isMet(): boolean;
}

function hasFontFor(language: string): boolean {
  const { status, stdout } = spawnSync("fc-list", [`:lang=${language}`], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "";
}

const needs: readonly Need[] = [
  {
    what: "Chromium or Chrome (or its path in KOMARI_TEST_BROWSER)",
    packages: ["chromium"],
    required: true,
    isMet: () => findBrowser() !== undefined,
  },
  {
    what: "a font with Chinese, else screenshots show boxes",
    packages: ["fontconfig", "fonts-wqy-zenhei"],
    required: false,
    isMet: () => process.platform !== "linux" || hasFontFor("zh-cn"),
  },
  {
    what: "a font with emoji, else screenshots show boxes",
    packages: ["fontconfig", "fonts-noto-color-emoji"],
    required: false,
    isMet: () => process.platform !== "linux" || hasFontFor("und-zsye"),
  },
];

function canUseApt(): boolean {
  return process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
}

/** Debian has a Chromium without windows as well, which is smaller and quicker. */
function nameInApt(name: string): string {
  const shell = "chromium-headless-shell";
  const hasShell = name === "chromium" && spawnSync("apt-cache", ["show", shell]).status === 0;
  return hasShell ? shell : name;
}

/** May fail, as without a network: what is missing then is told of by the caller. */
function aptInstall(packages: readonly string[]): void {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  console.log(`Installing with apt-get: ${packages.join(", ")} ...`);
  try {
    runToEnd("apt-get", ["update", "-qq"], { env, limitMs: 3 * 60_000 });
    const flags = ["install", "-y", "-qq", "--no-install-recommends"];
    runToEnd("apt-get", [...flags, ...packages.map(nameInApt)], { env, limitMs: 8 * 60_000 });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

/** Installs what the tests need from the system where that is allowed; else says what to install. */
export function installSystemPackages(): void {
  const unmet = (): Need[] => needs.filter((need) => !need.isMet());
  const packages = [...new Set(unmet().flatMap((need) => need.packages))];
  if (packages.length > 0 && canUseApt()) aptInstall(packages);
  for (const { required, what, packages: names } of unmet()) {
    const sentence = `Please install ${what}: on Debian and Ubuntu, "apt-get install ${names.join(" ")}".`;
    if (required) throw new Error(sentence);
    console.log(sentence);
  }
}
