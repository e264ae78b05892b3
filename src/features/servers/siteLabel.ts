import * as l10n from "@vscode/l10n";
import { type Identity } from "../../komari/identify";

const longest = 40;

/** A site in a title: "Komari Monitor (1.4.3)", or its host when it tells nothing. */
export function siteLabel(baseUrl: string, identity: Identity | undefined): string {
  const { host } = new URL(baseUrl);
  if (identity === undefined) return l10n.t("{0} (private site)", host);
  const { publicInfo, version } = identity;
  const name = clip(publicInfo.siteName.trim()) || host;
  return version.version === "" ? name : l10n.t("{0} (Komari {1})", name, clip(version.version));
}

function clip(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
