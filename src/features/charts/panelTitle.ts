import * as l10n from "@vscode/l10n";
import { clip } from "../../shared/clip";
import { singleLine } from "../../shared/singleLine";
import { nodeLabel } from "../nodes/nodeRow";
import { type ChartServer } from "./model/chartSource";
import { serverIdsOf, type Subject } from "./subject";

const longestPart = 60;

type Servers = (id: string) => Pick<ChartServer, "name" | "nodes"> | undefined;

/** The node, group or choice. */
export function subjectTitle(subject: Subject, serverOf: Servers): string {
  if (subject.kind === "nodes") return shown(subject.label) || selectionLabel(subject.members);
  const node = serverOf(subject.serverId)?.nodes.get(subject.uuid);
  return shown(nodeLabel(node ?? { name: "", uuid: subject.uuid }));
}

/** Several nodes that are not called anything together. */
function selectionLabel({ length }: readonly unknown[]): string {
  return l10n.t("{0} nodes", length);
}

export function serverTitle(subject: Subject, serverOf: Servers): string {
  const ids = serverIdsOf(subject);
  const [first = ""] = ids;
  if (ids.length > 1) return l10n.t("{0} servers", ids.length);
  return shown(serverOf(first)?.name ?? hostOf(first));
}

/** Of the editor's tab. */
export function panelTitle(subject: Subject, serverOf: Servers): string {
  return `${subjectTitle(subject, serverOf)} — ${serverTitle(subject, serverOf)}`;
}

function shown(text: string): string {
  return clip(singleLine(text).trim(), longestPart);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
