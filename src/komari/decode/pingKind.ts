import { type PingKind } from "../model";
import { text, type WireRecord } from "./primitives";

/** The usual kind has no fields: one shared object. */
const plain: PingKind = Object.freeze({});

/** The kind of pings of an entry: `family`, `protocol` and `role`, blank or absent for the usual kind. */
export function pingKind(record: WireRecord): PingKind {
  const family = text(record.family);
  const protocol = text(record.protocol);
  const role = text(record.role);
  if (family === undefined && protocol === undefined && role === undefined) return plain;
  return { family, protocol, role };
}
