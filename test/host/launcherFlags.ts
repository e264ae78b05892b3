import path from "node:path";

/** What @vscode/test-electron and people pass to `code`, as far as the headless stand-in needs it. */
export interface LauncherFlags {
  extensionDevelopmentPath?: string;
  extensionTestsPath?: string;
  userDataDir?: string;
  extensionsDir?: string;
  locale?: string;
  disableExtensions: boolean;
  version: boolean;
  /** The folder or .code-workspace to open. */
  open?: string;
}

const pathFlags = {
  "--extensionDevelopmentPath": "extensionDevelopmentPath",
  "--extensionTestsPath": "extensionTestsPath",
  "--user-data-dir": "userDataDir",
  "--extensions-dir": "extensionsDir",
} as const;

function isPathFlag(name: string): name is keyof typeof pathFlags {
  return name in pathFlags;
}

/** Flags come as --name=value or --name value. Those that only the desktop understands are passed over. */
export function parseLauncherFlags(argv: readonly string[]): LauncherFlags {
  const flags: LauncherFlags = { disableExtensions: false, version: false };
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? "";
    const [name = "", inline] = argument.split(/=(.*)/s);
    const value = (): string => inline ?? argv[++at] ?? "";
    if (isPathFlag(name)) flags[pathFlags[name]] = path.resolve(value());
    else if (name === "--locale") flags.locale = value();
    else if (name === "--disable-extensions") flags.disableExtensions = true;
    else if (name === "--version") flags.version = true;
    else if (!name.startsWith("-")) flags.open = path.resolve(argument);
  }
  return flags;
}
