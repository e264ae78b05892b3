import * as l10n from "@vscode/l10n";
import { joinList } from "./joinList";

/** Pings of a task, and which of them if the server keeps several kinds apart. Server text. */
export interface NamedPings {
  readonly taskId: number;
  readonly name: string;
  readonly family?: string | undefined;
  readonly protocol?: string | undefined;
  readonly role?: string | undefined;
}

/** The name of a task, or its number if it has none. */
export function taskName(taskId: number, name: string | undefined): string {
  return name === undefined || name.trim() === "" ? `#${taskId}` : name;
}

/** The task's name, with the kind of pings where there are several among `all`: "Edge (IPv6, TCP)". Untrusted. */
export function pingName(pings: NamedPings, all: readonly NamedPings[]): string {
  const name = taskName(pings.taskId, pings.name);
  const kind = kindText(pings);
  const isOnly = all.every((other) => other === pings || other.taskId !== pings.taskId);
  return isOnly || kind === "" ? name : l10n.t("{0} ({1})", name, kind);
}

function kindText({ family, protocol, role }: NamedPings): string {
  const words = [familyText(family ?? ""), protocolText(protocol ?? ""), roleText(role ?? "")];
  return joinList(words.filter((word) => word !== ""));
}

function familyText(family: string): string {
  return /^ipv[46]$/i.test(family) ? `IPv${family.slice(-1)}` : family;
}

function protocolText(protocol: string): string {
  return /^(icmp|tcp|udp|https?)$/i.test(protocol) ? protocol.toUpperCase() : protocol;
}

/** The default role, pings to the target itself, is not shown. */
function roleText(role: string): string {
  switch (role.toLowerCase()) {
    case "primary":
    case "target":
      return "";
    case "reference":
      return l10n.t("reference");
    case "secondary":
      return l10n.t("secondary");
    default:
      return role;
  }
}
