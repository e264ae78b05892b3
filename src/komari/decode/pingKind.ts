import { type PingKind } from "../model";
import { text, type WireRecord } from "./primitives";

/** The commonest kind has no words, and costs no object of its own. */
const plain: PingKind = Object.freeze({});

/** Which pings of a task an entry is of: `family`, `protocol` and `role`, blank or absent for the usual. */
export function pingKind(record: WireRecord): PingKind {
  const family = text(record.family);
  const protocol = text(record.protocol);
  const role = text(record.role);
  if (family === undefined && protocol === undefined && role === undefined) return plain;
  return { family, protocol, role };
}
