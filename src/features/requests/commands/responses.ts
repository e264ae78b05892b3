import * as l10n from "@vscode/l10n";
import { type Notifications } from "../../../platform/notifications";
import { type QuickInputs } from "../../../platform/quickInput/quickInputs";
import { type CallHistory } from "../store/callHistory";
import {
  type ResponseDocuments,
  responseTitle,
  type TitledJson,
} from "../compare/responseDocuments";
import { type PastCall } from "../store/pastCall";
import { pastRow, type RowContext } from "../view/requestRow";
import { type Entry } from "./entry";
import { plainLabel } from "../../../platform/plainText";
import { runSteps } from "../../../platform/wizard/multiStep";
import { done } from "../../../platform/wizard/step";

export interface ResponsesOptions {
  readonly history: Pick<CallHistory, "calls" | "responseOf">;
  readonly documents: Pick<ResponseDocuments, "open" | "compare">;
  readonly inputs: QuickInputs;
  readonly notifications: Pick<Notifications, "info">;
  readonly rowContext: () => RowContext;
}

export async function showResponse(options: ResponsesOptions, entry: Entry): Promise<void> {
  if (entry.kind !== "past") return;
  const response = await titledResponse(options, entry.call);
  if (response !== undefined) await options.documents.open(response);
}

/** Two that are selected, or one with another that the user picks; the older one on the left. */
export async function compareResponses(
  options: ResponsesOptions,
  entries: readonly Entry[],
): Promise<void> {
  const [first, second, third] = withStoredResponse(entries);
  if (first === undefined) return;
  const other =
    second !== undefined && third === undefined ? second : await pickOther(options, first);
  if (other === undefined) return;
  const [older, newer] = first.sentAt <= other.sentAt ? [first, other] : [other, first];
  const left = await titledResponse(options, older);
  const right = left && (await titledResponse(options, newer));
  if (left !== undefined && right !== undefined) await options.documents.compare(left, right);
}

function withStoredResponse(entries: readonly Entry[]): readonly PastCall[] {
  return entries.flatMap((entry) => (entry.kind === "past" && entry.call.kept ? entry.call : []));
}

/** Those of the same method come first. */
async function pickOther(options: ResponsesOptions, one: PastCall): Promise<PastCall | undefined> {
  const others = options.history.calls.filter(({ id, kept }) => kept && id !== one.id);
  if (others.length === 0) {
    options.notifications.info(l10n.t("No other response to compare with."));
    return undefined;
  }
  const isSame = ({ method }: PastCall) => method === one.method;
  const sameFirst = [...others.filter(isSame), ...others.filter((call) => !isSame(call))];
  return pickResponse(options.inputs, sameFirst, options.rowContext());
}

async function titledResponse(
  { history, notifications, rowContext }: ResponsesOptions,
  { id, method, serverName, sentAt }: PastCall,
): Promise<TitledJson | undefined> {
  const json = await history.responseOf(id);
  if (json !== undefined) {
    return { title: responseTitle(method, serverName, rowContext().format.dateTime(sentAt)), json };
  }
  notifications.info(l10n.t("This response is no longer available. Send the request again."));
  return undefined;
}

/** Prompts for one of these calls; undefined: cancelled. */
export async function pickResponse(
  inputs: QuickInputs,
  calls: readonly PastCall[],
  context: RowContext,
): Promise<PastCall | undefined> {
  let chosen: PastCall | undefined;
  const choices = calls.map((call) => {
    const { label, description } = pastRow(call, context);
    const detail = plainLabel(context.format.dateTime(call.sentAt));
    return {
      label: plainLabel(label),
      description: plainLabel(description),
      detail,
      choose: () => {
        chosen = call;
        return done;
      },
    };
  });
  await runSteps(inputs, () => ({
    kind: "pick",
    title: l10n.t("Compare Responses"),
    placeholder: l10n.t("Select the response to compare with"),
    choices,
  }));
  return chosen;
}
