import * as l10n from "@vscode/l10n";
import { type Format } from "../../shared/format";
import { singleLine } from "../../shared/singleLine";
import { type NodeFacts } from "../../fleet/nodeFacts";
import { presenceText } from "./presenceText";
import { type Row } from "../../platform/treeRow";
import { type Trouble } from "../../fleet/trouble";
import { reasonText, reasonTokens } from "./reasonText";
import { nodeIcon } from "./rowIcon";
import { fillTemplate, type RowTemplate, withoutFigure } from "./rowTemplate";

export interface RowContext {
  readonly format: Format;
  readonly template: RowTemplate;
  readonly isFavorite: boolean;
  /** Milliseconds since the last report; undefined: none. */
  readonly age: number | undefined;
}

export function nodeRow(facts: NodeFacts, context: RowContext): Row {
  const { node } = facts;
  const words = ["node", context.isFavorite ? "favorite" : "plain"];
  if (isWhole(node.ipv4)) words.push("ipv4");
  if (isWhole(node.ipv6)) words.push("ipv6");
  return {
    label: nodeLabel(node),
    description: describe(facts, context),
    icon: nodeIcon(facts),
    accessibleLabel: sentence(facts, context),
    contextValue: words.join(" "),
  };
}

/** Guests may see an address with stars in it, which is of no use elsewhere. */
function isWhole(address: string | undefined): boolean {
  return address !== undefined && !address.includes("*");
}

export function nodeLabel(node: { readonly name: string; readonly uuid: string }): string {
  const name = singleLine(node.name).trim();
  return name === "" ? l10n.t("Unnamed node {0}", node.uuid.slice(0, 8)) : name;
}

/** Between the parts of a row. */
const gap = "\u2002";

/** The worst reason for attention comes first and takes the place of its own figure. */
function describe(facts: NodeFacts, context: RowContext): string {
  const worst = facts.troubles.slice(0, 1);
  const reasons = worst.map((trouble) => reasonText(trouble, context.format));
  switch (facts.presence) {
    case "online":
      return [...reasons, ...figureTexts(facts, context, worst)].join(gap);
    case "neverReported":
      return [l10n.t("never reported"), ...reasons].join(gap);
    case "offline":
    case "stale": {
      const state = [presenceText(facts.presence), ...coarseAge(context)].join(" ");
      return [state, ...reasons].join(gap);
    }
  }
}

/** The figures but for those that are said as reasons. */
function figureTexts(
  facts: NodeFacts,
  { template, format }: RowContext,
  reasons: readonly Trouble[],
): readonly string[] {
  const rest = reasons.reduce((parts, { kind }) => {
    const token = reasonTokens[kind];
    return token === undefined ? parts : withoutFigure(parts, token);
  }, template);
  return fillTemplate(rest, facts, format).map((text) => singleLine(text).trim());
}

/** Rows are not clocks: what is older than a minute changes by the minute, the rest is "now". */
function coarseAge({ age, format }: RowContext): string[] {
  return age === undefined || age < 60_000 ? [] : [format.duration(age / 1000)];
}

/** What the row says, in words where it has signs. */
function sentence(facts: NodeFacts, context: RowContext): string {
  const name = nodeLabel(facts.node);
  const state = presenceText(facts.presence);
  const reasons = facts.troubles.map((trouble) => reasonText(trouble, context.format));
  if (facts.presence === "online") {
    const figures = figureTexts(facts, context, facts.troubles).map(spellArrows);
    return [name, state, ...reasons, ...figures].join(", ");
  }
  const ages = coarseAge(context).map((age) => l10n.t("last report {0} ago", age));
  return [name, state, ...ages, ...reasons].join(", ");
}

function spellArrows(text: string): string {
  return text.replace(/↓\s*/, `${l10n.t("download")} `).replace(/↑\s*/, `${l10n.t("upload")} `);
}
