import { type Extension } from "vscode";

const systems: Readonly<Record<string, string>> = {
  darwin: "macOS",
  linux: "Linux",
  win32: "Windows",
};

/** The user agent of this extension on this system. */
export function ownUserAgent({ packageJSON }: Pick<Extension<unknown>, "packageJSON">): string {
  const { version } = packageJSON as { readonly version: string };
  return userAgent(version, process.platform);
}

/** By this a server's owner recognizes our session in its list; nothing in it is of this computer alone. */
export function userAgent(version: string, platform: string): string {
  const system = Object.hasOwn(systems, platform) ? systems[platform] : undefined;
  return `Komari for VS Code/${version}${system === undefined ? "" : ` (${system})`}`;
}
