import { X509Certificate } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { errorCode } from "../util/errorCode";

export type CaFileProblem = "relative" | "missing" | "unreadable" | "notCertificate";
export type CaFile =
  | { readonly ok: true; readonly pem: string }
  | { readonly ok: false; readonly problem: CaFileProblem; readonly cause?: unknown };

/** Bundles of every authority there is stay well below. */
const maxBytes = 4 * 1024 * 1024;

/** Reads certificates, PEM or DER, that are to be trusted. */
export async function readCaFile(path: string): Promise<CaFile> {
  const file = path.startsWith("~/") ? join(homedir(), path.slice(2)) : path;
  if (!isAbsolute(file)) return { ok: false, problem: "relative" };
  try {
    const { size } = await stat(file);
    if (size > maxBytes) return { ok: false, problem: "notCertificate" };
    return parseCa(await readFile(file));
  } catch (cause) {
    return { ok: false, problem: errorCode(cause) === "ENOENT" ? "missing" : "unreadable", cause };
  }
}

function parseCa(bytes: Buffer): CaFile {
  try {
    const first = new X509Certificate(bytes);
    const text = bytes.toString("utf8");
    return { ok: true, pem: text.includes("-----BEGIN") ? text : first.toString() };
  } catch (cause) {
    return { ok: false, problem: "notCertificate", cause };
  }
}
