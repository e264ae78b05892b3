import * as l10n from "@vscode/l10n";
import { joinList } from "../../../shared/joinList";
import { nodeLabel } from "../../common/nodeRef";
import { type NodeFacts } from "../../../fleet/nodes/nodeFacts";
import { presenceText } from "../../../shared/nodes/presenceText";
import { type Row } from "../../tree/row";
import { type Trouble } from "../../../shared/nodes/trouble";
import { reasonText } from "../../../shared/nodes/reasonText";
import { reasonFigure, reasonToken } from "./reasonFigure";
import { nodeIcon } from "./rowIcon";
import {
  type FillContext,
  fillTemplate,
  partGap,
  readFigures,
  type RowTemplate,
  spellTemplate,
  withoutFigure,
} from "./nodeRowTemplate";
import { type RowFigure } from "../../tree/noticeable";
import { type RowContent } from "../../tree/shownRows";

export interface RowContext extends FillContext {
  readonly template: RowTemplate;
  readonly isFavorite: boolean;
  /** Milliseconds since the last report; undefined: none. */
  readonly age: number | undefined;
}

export function nodeRow(facts: NodeFacts, context: RowContext): Row {
  return nodeContent(facts, context).write();
}

export function nodeContent(facts: NodeFacts, context: RowContext): RowContent {
  const frame = {
    label: nodeLabel(facts.node),
    icon: nodeIcon(facts),
    contextValue: menuWords(facts, context),
    dimmed: facts.presence === "stale",
  };
  const note = noteOf(facts, context);
  return {
    words: [frame.label, facts.presence, frame.icon.id, frame.contextValue, note].join("\n"),
    icon: `${facts.presence} ${frame.icon.id}`,
    figures: note === undefined ? figuresOf(facts, context) : [],
    write: () => ({
      ...frame,
      description: note ?? figureTexts(facts, context, facts.troubles.slice(0, 1)).join(partGap),
      accessibleLabel: sentence(facts, context),
    }),
  };
}

function menuWords({ node }: NodeFacts, { isFavorite }: RowContext): string {
  const words = ["node", isFavorite ? "favorite" : "plain"];
  if (isWhole(node.ipv4)) words.push("ipv4");
  if (isWhole(node.ipv6)) words.push("ipv6");
  return words.join(" ");
}

/** Guests may see a masked address (with asterisks), which cannot be used elsewhere. */
function isWhole(address: string | undefined): boolean {
  return address !== undefined && !address.includes("*");
}

/** What stands in place of figures. */
function noteOf(facts: NodeFacts, context: RowContext): string | undefined {
  const reasons = facts.troubles.slice(0, 1).map((worst) => reasonText(worst, context.format));
  switch (facts.presence) {
    case "online":
    case "stale":
      return undefined;
    case "waiting":
    case "neverReported":
      return [presenceText(facts.presence), ...reasons].join(partGap);
    case "offline": {
      const state = [presenceText(facts.presence), ...coarseAge(context)].join(" ");
      return [state, ...reasons].join(partGap);
    }
  }
}

function figuresOf(facts: NodeFacts, { template, serverTime }: RowContext): readonly RowFigure[] {
  return [...facts.troubles.map(reasonFigure), ...readFigures(template, facts, serverTime)];
}

/** The reasons, and the figures except those already shown as reasons. */
function figureTexts(
  facts: NodeFacts,
  context: RowContext,
  reasons: readonly Trouble[],
  fill = fillTemplate,
): readonly string[] {
  const rest = reasons.reduce((parts, { kind }) => {
    const token = reasonToken(kind);
    return token === undefined ? parts : withoutFigure(parts, token);
  }, context.template);
  const texts = reasons.map((reason) => reasonText(reason, context.format));
  return [...texts, ...fill(rest, facts, context)];
}

/** Rows are not clocks: what is older than a minute changes by the minute, the rest is "now". */
function coarseAge({ age, format }: RowContext): string[] {
  return age === undefined || age < 60_000 ? [] : [format.duration(age / 1000)];
}

/** The text of the row for screen readers, with words in place of icons. */
function sentence(facts: NodeFacts, context: RowContext): string {
  const name = nodeLabel(facts.node);
  const state = presenceText(facts.presence);
  if (facts.presence === "online" || facts.presence === "stale") {
    const figures = figureTexts(facts, context, facts.troubles, spellTemplate).map(spellArrows);
    return joinList([name, state, ...figures]);
  }
  const ages = coarseAge(context).map((age) => l10n.t("last report {0} ago", age));
  const reasons = facts.troubles.map((trouble) => reasonText(trouble, context.format));
  return joinList([name, state, ...ages, ...reasons]);
}

function spellArrows(text: string): string {
  return text.replace(/↓\s*/, `${l10n.t("download")} `).replace(/↑\s*/, `${l10n.t("upload")} `);
}
