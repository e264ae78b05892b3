import { type ServerConfig } from "../../settings/config";
import { type ServerEntry } from "../../settings/serverEntries";
import { type Endpoint } from "../../rpc/endpoint";
import { type CaFile } from "../../platform/caFile";

/** How a server's certificate is judged. */
export type CertificateChoice =
  | { readonly kind: "system" }
  | { readonly kind: "caFile"; readonly path: string; readonly pem: string }
  | { readonly kind: "any" };

export type ReadCaFile = (path: string) => Promise<CaFile>;
type CaFailure = Exclude<CaFile, { ok: true }>;

export function tlsOf(choice: CertificateChoice): Endpoint["tls"] {
  switch (choice.kind) {
    case "system":
      return {};
    case "caFile":
      return { ca: choice.pem };
    case "any":
      return { acceptAnyCertificate: true };
  }
}

/** The fields of an entry that say it. */
export function certificateFields(
  choice: CertificateChoice,
): Pick<ServerEntry, "caFile" | "acceptAnyCertificate"> {
  return {
    caFile: choice.kind === "caFile" ? choice.path : undefined,
    acceptAnyCertificate: choice.kind === "any",
  };
}

/**
 * How a server's certificate is verified by the settings. Without its CA file the system's
 * certificates apply: refused rather than trusted.
 */
export async function certificateOf(
  config: Pick<ServerConfig, "caFile" | "acceptAnyCertificate">,
  readCa: ReadCaFile,
): Promise<{ readonly choice: CertificateChoice; readonly failure: CaFailure | undefined }> {
  const { caFile: path, acceptAnyCertificate } = config;
  if (acceptAnyCertificate) return { choice: { kind: "any" }, failure: undefined };
  if (path === undefined) return { choice: { kind: "system" }, failure: undefined };
  const ca = await readCa(path);
  return ca.ok
    ? { choice: { kind: "caFile", path, pem: ca.pem }, failure: undefined }
    : { choice: { kind: "system" }, failure: ca };
}
