import * as l10n from "@vscode/l10n";
import { type Format } from "../../../shared/format";
import { shownName } from "../../../shared/shownName";
import { joinList } from "../../../shared/joinList";
import { type Row, type RowIcon } from "../../tree/row";
import { type SectionKey } from "./requestElements";
import { type PastCall } from "../store/pastCall";
import { type PlacedRequest } from "../store/savedRequests";

export interface RowContext {
  readonly format: Format;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The name of a server in the settings, by its URL, its name or its host. */
  readonly serverName: (reference: string) => string | undefined;
}

const outcomeIcons = {
  ok: { id: "pass", color: "testing.iconPassed" },
  error: { id: "error", color: "testing.iconFailed" },
  cancelled: { id: "circle-slash", color: "disabledForeground" },
} as const satisfies Record<PastCall["outcome"], RowIcon>;

/** It may have been carried out. */
const unknownIcon: RowIcon = { id: "warning", color: "list.warningForeground" };

export function sectionRow(kind: SectionKey): Row {
  const label = kind === "savedSection" ? l10n.t("Saved") : l10n.t("History");
  return { label, description: "", icon: undefined, accessibleLabel: label, contextValue: kind };
}

export function pastRow(call: PastCall, { format, now }: RowContext): Row {
  const [method, server] = [shownName(call.method), shownName(call.serverName)];
  const age = ageText(now - call.sentAt, format);
  const took = format.milliseconds(call.tookMs);
  return {
    label: method,
    description: [...fateWords(call), age, server, took].join(" · "),
    icon: call.fate === "unknown" ? unknownIcon : outcomeIcons[call.outcome],
    accessibleLabel: joinList([
      pastSentence(call, { method, server, age, took }),
      ...fateWords(call),
    ]),
    contextValue: call.kept ? "request past answered" : "request past",
  };
}

export function savedRow(request: PlacedRequest, { serverName }: RowContext): Row {
  const [name, method] = [shownName(request.name), shownName(request.method)];
  const server = boundText(request, serverName);
  const placed = request.scope === "workspace" ? [l10n.t("workspace")] : [];
  return {
    label: name,
    description: [method, server, ...placed].join(" · "),
    icon: { id: "bookmark", color: "icon.foreground" },
    accessibleLabel: joinList([name, method, server, ...placed]),
    contextValue: "request saved",
  };
}

/** Whom a saved request is for. */
export function boundText(
  { server }: Pick<PlacedRequest, "server">,
  serverName: RowContext["serverName"],
): string {
  if (server === undefined) return l10n.t("any server");
  const name = serverName(server);
  if (name !== undefined) return shownName(name);
  return l10n.t("unknown server {0}", shownName(server.replace(/^https?:\/\//, "")));
}

/** Of a call that failed; what was refused has its error. */
export function fateWords({ fate }: PastCall): readonly string[] {
  if (fate === "notSent") return [l10n.t("not sent")];
  return fate === "unknown" ? [l10n.t("outcome unknown")] : [];
}

/** Rows are not clocks. */
function ageText(age: number, format: Format): string {
  return age < 60_000 ? l10n.t("just now") : format.ago(age);
}

function pastSentence(
  { outcome }: PastCall,
  { method, server, age, took }: Readonly<Record<"method" | "server" | "age" | "took", string>>,
): string {
  switch (outcome) {
    case "ok":
      return l10n.t("{0} on {1}, responded in {2}, {3}", method, server, took, age);
    case "error":
      return l10n.t("{0} on {1}, failed after {2}, {3}", method, server, took, age);
    case "cancelled":
      return l10n.t("{0} on {1}, canceled after {2}, {3}", method, server, took, age);
  }
}
