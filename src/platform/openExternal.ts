import { env, Uri } from "vscode";

/** Opens a web page in the user's browser; false when the user declined. */
export async function openExternal(url: string): Promise<boolean> {
  return env.openExternal(Uri.parse(url, true));
}
