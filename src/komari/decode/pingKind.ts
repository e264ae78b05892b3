import { type PingKind } from "../model/model";
import { label, type WireRecord } from "./primitives";

/** The usual kind has no fields: one shared object. */
const plain: PingKind = Object.freeze({});

/** The kind of pings of an entry: `family`, `protocol` and `role`, blank or absent for the usual kind. */
export function pingKind(record: WireRecord): PingKind {
  const family = label(record.family);
  const protocol = label(record.protocol);
  const role = label(record.role);
  if (family === undefined && protocol === undefined && role === undefined) return plain;
  return { family, protocol, role };
}
