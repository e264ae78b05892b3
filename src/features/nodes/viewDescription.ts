import * as l10n from "@vscode/l10n";
import { type ServerFleet } from "../../fleet/serverFleet";
import { shownName } from "../../shared/shownName";
import { roleText } from "./roleText";

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
