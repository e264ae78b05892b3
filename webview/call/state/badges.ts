import * as l10n from "@vscode/l10n";
import { type MethodRole, type MethodSpec } from "../../../src/shared/call/methodSpec";
import { riskText, roleText } from "../../../src/shared/call/methodTexts";
import { type CallFate, type CallOutcome } from "../../../src/shared/call/callApi";
import { type IconName } from "../../lib/icons";

/** A short text and its icon. */
export interface Badge {
  readonly icon: IconName;
  readonly text: string;
}

const roleIcons = { guest: "person", client: "server", admin: "lock" } as const;

const riskIcons = {
  read: "eye",
  secrets: "key",
  write: "edit",
  destructive: "trash",
  execute: "terminal",
} as const;

export function roleBadge(role: MethodRole): Badge {
  return { icon: roleIcons[role], text: roleText(role) };
}

export function riskBadge(spec: Pick<MethodSpec, "risk" | "guessed">): Badge {
  return { icon: riskIcons[spec.risk], text: riskText(spec) };
}

/** The outcome of a call. */
export function outcomeBadge(outcome: CallOutcome): Badge {
  switch (outcome.kind) {
    case "ok":
      return outcome.notice === undefined
        ? { icon: "check", text: l10n.t("OK") }
        : { icon: "warning", text: l10n.t("Not done") };
    case "error":
      return errorBadge(outcome.fate);
    case "cancelled":
      return { icon: "close", text: l10n.t("Canceled") };
    case "refused":
      return { icon: "close", text: l10n.t("Not sent") };
  }
}

function errorBadge(fate: CallFate | undefined): Badge {
  if (fate === "notSent") return { icon: "close", text: l10n.t("Not sent") };
  if (fate === "unknown") return { icon: "warning", text: l10n.t("Outcome unknown") };
  return { icon: "error", text: l10n.t("Error") };
}
