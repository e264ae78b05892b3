import { type Server } from "./server";

export interface WorkbenchTarget {
  /** A folder or a .code-workspace file; nothing opens an empty window. */
  readonly open?: string | undefined;
  readonly extensionDevelopmentPath?: string | undefined;
  readonly extensionTestsPath?: string | undefined;
  readonly disableExtensions?: boolean;
}

/** The address at which a VS Code server shows what the desktop would show for these flags. */
export function workbenchUrl(
  server: Pick<Server, "authority" | "url">,
  target: WorkbenchTarget = {},
): string {
  const remote = (file: string): string =>
    `vscode-remote://${server.authority}${encodeURI(file).replace(/[?#]/g, encodeURIComponent)}`;
  const { open, extensionDevelopmentPath, extensionTestsPath, disableExtensions = false } = target;
  const payload: [string, string][] = [
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  if (extensionDevelopmentPath !== undefined)
    payload.push(["extensionDevelopmentPath", remote(extensionDevelopmentPath)]);
  if (extensionTestsPath !== undefined)
    payload.push(["extensionTestsPath", remote(extensionTestsPath)]);
  if (disableExtensions) payload.push(["disableExtensions", "true"]);

  const url = new URL(server.url);
  if (open === undefined) url.searchParams.set("ew", "true");
  else url.searchParams.set(open.endsWith(".code-workspace") ? "workspace" : "folder", open);
  url.searchParams.set("payload", JSON.stringify(payload));
  return url.href;
}
