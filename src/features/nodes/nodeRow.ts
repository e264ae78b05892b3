import * as l10n from "@vscode/l10n";
import { type Format } from "../../shared/format";
import { singleLine } from "../../shared/singleLine";
import { memoryShare, type NodeFacts } from "./nodeFacts";
import { presenceText } from "./presenceText";
import { type Row } from "../../platform/treeRow";
import { presenceIcons } from "./rowIcon";
import { fillTemplate } from "./rowTemplate";

export interface RowContext {
  readonly format: Format;
  readonly template: string;
  readonly isFavorite: boolean;
  /** Milliseconds since the last report; undefined: none. */
  readonly age: number | undefined;
}

export function nodeRow(facts: NodeFacts, context: RowContext): Row {
  const { node, presence } = facts;
  const words = ["node", context.isFavorite ? "favorite" : "plain"];
  if (isWhole(node.ipv4)) words.push("ipv4");
  if (isWhole(node.ipv6)) words.push("ipv6");
  return {
    label: nodeLabel(node),
    description: describe(facts, context),
    icon: presenceIcons[presence],
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

function describe(facts: NodeFacts, { format, template, age }: RowContext): string {
  switch (facts.presence) {
    case "online":
      return singleLine(fillTemplate(template, facts, format)).trim();
    case "neverReported":
      return l10n.t("never reported");
    case "offline":
    case "stale":
      return [presenceText(facts.presence), ...coarseAge(age, format)].join(" · ");
  }
}

/** Rows are not clocks: what is older than a minute changes by the minute, the rest is "now". */
function coarseAge(age: number | undefined, format: Format): string[] {
  return age === undefined || age < 60_000 ? [] : [format.ago(age - (age % 60_000))];
}

function sentence(facts: NodeFacts, { format, age }: RowContext): string {
  const { node, status, presence } = facts;
  const name = nodeLabel(node);
  if (presence === "online" && status !== undefined) {
    const known = (value: number | undefined, text: (value: number) => string) =>
      value === undefined ? l10n.t("unknown") : text(value);
    return l10n.t(
      "{0}, online, CPU {1}, memory {2}, download {3}, upload {4}",
      name,
      known(status.cpu, format.percent),
      known(memoryShare(facts), format.percent),
      known(status.networkIn, format.rate),
      known(status.networkOut, format.rate),
    );
  }
  const told = coarseAge(age, format).map((text) => l10n.t("last report {0}", text));
  return [name, presenceText(presence), ...told].join(", ");
}
