import * as l10n from "@vscode/l10n";
import { changesSomething, type MethodSpec, type Risk } from "../../shared/call/methodSpec";
import { clip } from "../../shared/clip";
import { joinList } from "../../shared/joinList";
import { shownName } from "../../shared/shownName";
import { singleLine } from "../../shared/singleLine";
import { type CallTargets } from "./callTargets";

/** For a modal. */
export interface Question {
  readonly text: string;
  readonly detail: string;
  readonly yes: string;
}

/** Names in the question itself, and in its detail. */
const maxNames = { text: 2, detail: 12 };
/** Of a command in the question; the detail has more of it. */
const maxCommand = 80;
const maxCommandDetail = 1000;

/**
 * Asks before a call, naming what is done to what.
 * @param effects of the call by what its parameters are.
 */
export function callQuestion(
  spec: MethodSpec,
  servers: readonly string[],
  effects: readonly string[],
  targets: CallTargets,
): Question {
  const { risk, effect } = spec;
  const ownEffect = changesSomething(risk) ? [effect ?? presumedEffect(risk)] : [];
  const asked = servers.length === 1 ? askOne(spec.name, servers[0] ?? "", targets) : undefined;
  const { text, yes, where } = asked ?? askPlainly(spec, servers);
  const detail = [...ownEffect, ...effects, ...factsOf(spec.name, where, targets)];
  return { text, yes, detail: detail.join("\n\n") };
}

interface Asked extends Pick<Question, "text" | "yes"> {
  /** The server, if the text does not name it. */
  readonly where?: string;
}

function askPlainly({ name, risk }: MethodSpec, servers: readonly string[]): Asked {
  return {
    text: l10n.t("Call {0} on {1}?", shownName(name), joinList(servers)),
    yes: risk === "execute" ? l10n.t("Run") : l10n.t("Call"),
  };
}

/** Undefined: there are no words for this method, or its parameters do not say on what it acts. */
function askOne(method: string, server: string, { nodes, tasks, text }: CallTargets) {
  switch (method) {
    case "admin:exec":
      return nodes.length === 0 ? undefined : askRun(text("command"), nodes, server);
    case "admin:removeClient":
      return nodes.length === 1 ? askDeleteNode(nodes, server) : undefined;
    case "admin:deletePingTask":
      return tasks.length === 0 ? undefined : askDeleteTasks(tasks, server);
    case "admin:fileDelete":
      return nodes.length === 1 ? askDeleteFile(text("path"), nodes, server) : undefined;
    default:
      return undefined;
  }
}

function askRun(
  command: string | undefined,
  nodes: readonly string[],
  where: string,
): Asked | undefined {
  if (command === undefined || command.trim() === "") return undefined;
  const count = nodes.length;
  return {
    where,
    text: l10n.t("Run `{0}` on {1}?", clip(singleLine(command), maxCommand), someOf(nodes)),
    yes: count === 1 ? l10n.t("Run on 1 Node") : l10n.t("Run on {0} Nodes", count),
  };
}

function askDeleteNode(nodes: readonly string[], server: string): Asked {
  return {
    text: l10n.t("Delete node {0} from {1}?", joinList(nodes), server),
    yes: l10n.t("Delete Node"),
  };
}

function askDeleteTasks(tasks: readonly string[], server: string): Asked {
  const count = tasks.length;
  return count === 1
    ? {
        text: l10n.t("Delete ping task {0} from {1}?", joinList(tasks), server),
        yes: l10n.t("Delete Ping Task"),
      }
    : {
        text: l10n.t("Delete ping tasks {0} from {1}?", someOf(tasks), server),
        yes: l10n.t("Delete {0} Ping Tasks", count),
      };
}

function askDeleteFile(
  path: string | undefined,
  nodes: readonly string[],
  where: string,
): Asked | undefined {
  if (path === undefined || path.trim() === "") return undefined;
  return {
    where,
    text: l10n.t("Delete {0} on {1}?", clip(singleLine(path), maxCommand), joinList(nodes)),
    yes: l10n.t("Delete"),
  };
}

/** "a", "a and b", "a, b and 3 more". */
function someOf(names: readonly string[], max = maxNames.text): string {
  const shown = names.slice(0, max);
  const left = names.length - shown.length;
  if (left > 0) return l10n.t("{0} and {1} more", joinList(shown), left);
  const [first = "", second] = shown;
  return shown.length === 2 && second !== undefined
    ? l10n.t("{0} and {1}", first, second)
    : joinList(shown);
}

/** The server, and all that the question may have shortened. */
function factsOf(
  method: string,
  where: string | undefined,
  { nodes, tasks, text }: CallTargets,
): readonly string[] {
  const command = method === "admin:exec" ? (text("command") ?? "") : "";
  const isShortened = command.length > maxCommand || /[\r\n]/.test(command.trim());
  const lines = [
    ...(where === undefined ? [] : [l10n.t("Server: {0}", where)]),
    ...(nodes.length > 0 ? [l10n.t("Nodes: {0}", someOf(nodes, maxNames.detail))] : []),
    ...(tasks.length > 0 ? [l10n.t("Ping tasks: {0}", someOf(tasks, maxNames.detail))] : []),
  ];
  const facts = lines.length > 0 ? [lines.join("\n")] : [];
  return [...(isShortened ? [commandText(command)] : []), ...facts];
}

function commandText(command: string): string {
  return clip(command, maxCommandDetail).trimEnd().split(/\r?\n/).map(singleLine).join("\n");
}

/** The effect of undocumented methods, such as those of plugins. */
function presumedEffect(risk: Risk): string {
  switch (risk) {
    case "execute":
      return l10n.t("Judging by its name, this runs code.");
    case "destructive":
      return l10n.t("Judging by its name, this deletes data and cannot be undone.");
    case "write":
    case "read":
    case "secrets":
      return l10n.t("Judging by its name, this may change data on the server.");
  }
}
