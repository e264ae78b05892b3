import { isRecord } from "../../util/json";
import { type ServerVersion } from "../model/model";
import { malformed } from "./malformed";
import { label, text } from "./primitives";

/** common:getVersion. The version may be "" where a fork has none; self-builds say "unknown" for the hash. */
export function decodeVersion(result: unknown): ServerVersion {
  if (!isRecord(result)) throw malformed("version", result);
  const hash = label(result.hash);
  return {
    version: label(result.version) ?? "",
    hash: hash === "unknown" ? undefined : hash,
  };
}

/** GET /api/version, which servers older than RPC2 have too; undefined when it is not Komari's answer. */
export function decodeRestVersion(body: unknown): ServerVersion | undefined {
  if (!isRecord(body) || body.status !== "success") return undefined;
  const data = body.data;
  return isRecord(data) && text(data.version) !== undefined ? decodeVersion(data) : undefined;
}
