import { type Role } from "../../../komari/model/model";
import { type Session } from "../../../komari/session";
import { clip } from "../../../shared/clip";
import { singleLine } from "../../../shared/singleLine";
import { type MethodSpec, type Risk } from "../../../shared/call/methodSpec";
import { type RowIcon } from "../../tree/row";

/** A codicon for what a call may do; shapes differ too, for those who do not see the colours. */
export const riskIcons = {
  read: { id: "eye", color: "icon.foreground" },
  secrets: { id: "key", color: "charts.yellow" },
  write: { id: "edit", color: "charts.blue" },
  destructive: { id: "trash", color: "charts.red" },
  execute: { id: "terminal", color: "charts.orange" },
} as const satisfies Record<Risk, RowIcon>;

/** @param role what we are to the server; undefined while that is not known, and nothing is denied. */
export function isDenied({ role: needed }: MethodSpec, role: Role | undefined): boolean {
  if (role === undefined || needed === "guest") return false;
  // Methods of agents require an agent's token, which no user has.
  return needed === "client" || role !== "admin";
}

/** Methods about methods, which servers do not list by default. */
export function isInternal({ namespace }: Pick<MethodSpec, "namespace">): boolean {
  return namespace === "rpc";
}

/** In characters: longer than a row. */
const maxSummary = 300;

export function summaryOf({ summary, description }: MethodSpec): string {
  return clip(singleLine(summary ?? description ?? "").trim(), maxSummary);
}

/** What we are to a server; undefined while that is not known. */
export function roleOf(server: { readonly session: Pick<Session, "state"> }): Role | undefined {
  const { state } = server.session;
  return state.kind === "ready" ? state.identity.role : undefined;
}
