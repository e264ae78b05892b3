import * as l10n from "@vscode/l10n";
import { joinList } from "../../../shared/joinList";
import { type Notifications } from "../../../platform/notifications";
import { plainText } from "../../../platform/plainText";
import { type QuickInputs } from "../../../platform/quickInput/quickInputs";
import { runSteps } from "../../../platform/wizard/multiStep";
import { done } from "../../../platform/wizard/step";
import { type CallHistory } from "../store/callHistory";
import { type SavedRequests } from "../store/savedRequests";
import { type Entry } from "./entry";
import { requestNameStep } from "./requestNameStep";
import { shownName } from "../../../shared/shownName";

export interface ChangeOptions {
  readonly history: Pick<CallHistory, "calls" | "clear" | "delete">;
  readonly saved: Pick<SavedRequests, "delete" | "namesIn" | "rename">;
  readonly inputs: QuickInputs;
  readonly notifications: Pick<Notifications, "confirm">;
}

export async function renameRequest(
  { saved, inputs }: Pick<ChangeOptions, "saved" | "inputs">,
  entry: Entry,
): Promise<void> {
  if (entry.kind !== "saved") return;
  const { request } = entry;
  let newName = request.name;
  const step = requestNameStep({
    title: plainText(l10n.t("Rename Request {0}", shownName(request.name))),
    suggestion: request.name,
    taken: () => saved.namesIn(request.scope).filter((name) => name !== request.name),
    named: (name) => {
      newName = name;
      return done;
    },
  });
  if ((await runSteps(inputs, step)) && newName !== request.name) {
    await saved.rename(request, newName);
  }
}

/** The user confirms only if saved requests are among them. */
export async function deleteRequests(
  { history, saved, notifications }: ChangeOptions,
  entries: readonly Entry[],
): Promise<void> {
  const requests = entries.flatMap((entry) => (entry.kind === "saved" ? entry.request : []));
  const calls = entries.flatMap((entry) => (entry.kind === "past" ? entry.call.id : []));
  if (requests.length > 0) {
    const names = joinList(requests.map(({ name }) => name));
    const question =
      requests.length === 1
        ? l10n.t("Delete the saved request {0}?", names)
        : l10n.t("Delete {0} saved requests?", requests.length);
    const detail = requests.length === 1 ? "" : names;
    if (!(await notifications.confirm(question, detail, l10n.t("Delete")))) return;
    await saved.delete(requests);
  }
  if (calls.length > 0) await history.delete(calls);
}

export async function clearHistory({ history, notifications }: ChangeOptions): Promise<void> {
  if (history.calls.length === 0) return;
  const confirmed = await notifications.confirm(
    l10n.t("Clear the call history?"),
    l10n.t("All calls and their responses will be deleted. Saved requests are kept."),
    l10n.t("Clear"),
  );
  if (confirmed) await history.clear();
}
