import { type Identity } from "../../../komari/identify";
import { type CertificateChoice } from "../certificateChoice";
import { type Target } from "../serverProbe";

/** A Komari site that has answered. */
export interface Site extends Target {
  readonly certificate: CertificateChoice;
  /** What guests can read of it; undefined for a private site. */
  readonly identity: Identity | undefined;
  /** Whatever is sent can be read on the way. */
  readonly plainHttp: boolean;
}
