import { type Identity } from "../../../komari/identify";
import { type CertificateChoice } from "../certificateChoice";
import { type Target } from "../serverProbe";
import * as l10n from "@vscode/l10n";
import { clip } from "../../../shared/clip";
import { singleLine } from "../../../shared/singleLine";
import { productText } from "../../text/productText";

/** A Komari site that has responded. */
export interface Site extends Target {
  readonly certificate: CertificateChoice;
  /** What guests can read of it; undefined for a private site. */
  readonly identity: Identity | undefined;
  /** Whatever is sent can be read on the way. */
  readonly plainHttp: boolean;
}

const maxPartLength = 40;

/** A site in a title: "Komari Monitor (Komari 1.4.3)", or its host when nothing else is known. */
export function siteLabel(baseUrl: string, identity: Identity | undefined): string {
  const { host } = new URL(baseUrl);
  if (identity === undefined) return l10n.t("{0} (private site)", host);
  const name = shown(identity.publicInfo.siteName) || host;
  const product = productText(identity, shown);
  return product === undefined ? name : l10n.t("{0} ({1})", name, product);
}

function shown(text: string): string {
  return clip(singleLine(text).trim(), maxPartLength);
}
