import { type PingKind } from "../model/model";
import { label, type WireRecord } from "./primitives";

/** The kind of pings of an entry: `family`, `protocol` and `role`, blank or absent for the usual kind: undefined. */
export function pingKind(record: WireRecord): PingKind | undefined {
  const family = label(record.family);
  const protocol = label(record.protocol);
  const role = label(record.role);
  if (family === undefined && protocol === undefined && role === undefined) return undefined;
  return { family, protocol, role };
}
