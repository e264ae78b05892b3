import * as l10n from "@vscode/l10n";
import { type MethodRole, type MethodSpec, type ParamSpec, type Risk } from "./methodSpec";

export function riskText({ risk, guessed }: Pick<MethodSpec, "risk" | "guessed">): string {
  const text = plainRiskText(risk);
  return guessed ? l10n.t("{0} (guessed from the name)", text) : text;
}

function plainRiskText(risk: Risk): string {
  switch (risk) {
    case "read":
      return l10n.t("Read-only");
    case "secrets":
      return l10n.t("Returns secrets");
    case "write":
      return l10n.t("Changes data");
    case "destructive":
      return l10n.t("Deletes data");
    case "execute":
      return l10n.t("Runs code");
  }
}

export function roleText(role: MethodRole): string {
  switch (role) {
    case "guest":
      return l10n.t("Available to guests");
    case "client":
      return l10n.t("For agents");
    case "admin":
      return l10n.t("Administrators only");
  }
}

/** Which servers have the method; undefined: all, or not known. */
export function availabilityText({ availability }: Pick<MethodSpec, "availability">) {
  if (availability === undefined) return undefined;
  const { since = "", removed, keptBy, product } = availability;
  if (product !== undefined) return l10n.t("{0} only.", product);
  if (removed === undefined) return l10n.t("Since Komari {0}.", since);
  return keptBy === undefined
    ? l10n.t("Since Komari {0}, removed in {1}.", since, removed)
    : l10n.t("Since Komari {0}, removed in {1}. {2} still has it.", since, removed, keptBy);
}

/** A sentence, and which servers have the method, if that is known. */
export function withAvailability(sentence: string, spec: Pick<MethodSpec, "availability">): string {
  const available = availabilityText(spec);
  return available === undefined ? sentence : `${sentence}${gapAfter(sentence)}${available}`;
}

/** What a parameter is for and what it is if it is left out; empty: neither is known. */
export function paramText({ description = "", fallback = "" }: ParamSpec): string {
  if (fallback === "") return description;
  const byDefault = l10n.t("Default: {0}", fallback);
  // Sentences of servers may have no end.
  return description === "" ? byDefault : `${description}${gapAfter(description)}${byDefault}`;
}

function gapAfter(sentence: string): string {
  if (sentence.endsWith("。")) return "";
  return sentence.endsWith(".") ? " " : " · ";
}
