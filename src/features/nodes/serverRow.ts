import * as l10n from "@vscode/l10n";
import { type ServerFleet } from "../../fleet/serverFleet";
import { type Problem } from "../../komari/problem";
import { type Row, type RowIcon } from "../tree/row";
import { type Format } from "../../shared/format";
import { joinList } from "../../shared/joinList";
import { shownName } from "../../shared/shownName";
import { problemText } from "../text/problemText";
import { remedyCommand, type RemedyCommand } from "../text/remedy";
import { onlineCount, onlineSentence } from "../common/onlineCount";
import { signInHeadline } from "../text/problemHeadline";
import { icons } from "../tree/serverMessage";
import { serverState, type StatefulServer } from "./serverState";

export type ServerRowSource = StatefulServer &
  Pick<ServerFleet, "name" | "counts" | "lastKnownAge"> & {
    readonly session: Pick<ServerFleet["session"], "credential">;
  };

/** "Home lab   18/20 · administrator", or what is wrong: among several servers each says so itself. */
export function serverRow(server: ServerRowSource, format: Format): Row {
  const { credential } = server.session;
  const { icon, description, spoken } = stateText(server, format);
  return {
    label: server.name,
    description,
    icon,
    accessibleLabel: joinList([server.name, ...spoken]),
    contextValue: [
      "server",
      // Signing out ends the reminder of a lost sign-in too.
      ...(credential.kind === "guest" && credential.lost === undefined ? [] : ["signedIn"]),
      ...(icon === icons.key ? ["signIn"] : []),
    ].join(" "),
  };
}

/** What a click does on the row of a server below which nothing stands. */
export function serverAction(
  server: StatefulServer & Pick<ServerFleet, "id">,
): RemedyCommand | undefined {
  const state = serverState(server);
  if (state.kind !== "problem" || server.nodesLoaded) return undefined;
  const { remedy, url } = problemText(state.problem);
  return remedy && remedyCommand(remedy, server.id, url);
}

interface StateText {
  readonly icon: RowIcon;
  readonly description: string;
  readonly spoken: readonly string[];
}

function stateText(server: ServerRowSource, format: Format): StateText {
  const state = serverState(server);
  const counted = server.nodesLoaded ? [onlineSentence(server.counts())] : [];
  switch (state.kind) {
    case "well": {
      const role = roleText(server.session);
      const count = server.nodesLoaded ? onlineCount(server.counts()) : "";
      const parts = [count, role ?? ""].filter((part) => part !== "");
      const spoken = role === undefined ? counted : [...counted, role];
      return { icon: icons.server, description: parts.join(" · "), spoken };
    }
    case "slow": {
      const slow = l10n.t("slow to respond");
      const count = server.nodesLoaded ? [onlineCount(server.counts())] : [];
      const description = [...count, slow].join(" · ");
      return { icon: icons.busy, description, spoken: [...counted, slow] };
    }
    case "connecting": {
      const description = l10n.t("connecting…");
      return { icon: icons.busy, description, spoken: [description, ...counted] };
    }
    case "problem": {
      const [icon, description] = problemParts(server, state.problem, state.connected, format);
      return { icon, description, spoken: [...counted, description] };
    }
  }
}

function problemParts(
  server: ServerRowSource,
  problem: Problem,
  connected: boolean,
  format: Format,
): readonly [RowIcon, string] {
  if (signInHeadline(problem.code) !== undefined) {
    const signIn = connected
      ? l10n.t("sign in to see everything")
      : l10n.t("sign in to see its nodes");
    return [icons.key, signIn];
  }
  const { message, remedy } = problemText(problem);
  if (remedy !== "reconnect") return [icons.warning, message];
  const headline = connected ? l10n.t("not updating") : l10n.t("not connected");
  const age = server.isFresh ? undefined : server.lastKnownAge;
  const parts = age === undefined ? [headline] : [headline, format.duration(age / 1000)];
  return [icons.notConnected, parts.join(" · ")];
}

type DescribedServer = Pick<ServerFleet, "name"> & {
  readonly session: Pick<ServerFleet["session"], "state">;
};

/** Next to the view's title: a single server has no row, so its name and role are shown here. */
export function viewDescription(servers: readonly DescribedServer[], demo: boolean): string {
  if (demo) return l10n.t("Demo data");
  const [only, second] = servers;
  if (only === undefined || second !== undefined) return "";
  const role = roleText(only.session);
  const name = shownName(only.name);
  return role === undefined ? name : `${name} · ${role}`;
}

/** What we are to a server; undefined while that is unknown. */
export function roleText({ state }: Pick<ServerFleet["session"], "state">): string | undefined {
  if (state.kind !== "ready") return undefined;
  return state.identity.role === "admin" ? l10n.t("administrator") : l10n.t("guest");
}
