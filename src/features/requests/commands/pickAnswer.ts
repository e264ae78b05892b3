import * as l10n from "@vscode/l10n";
import { plainLabel } from "../../../platform/plainText";
import { type QuickInputs } from "../../../platform/quickInput/quickInputs";
import { runSteps } from "../../../platform/wizard/multiStep";
import { done } from "../../../platform/wizard/step";
import { type PastCall } from "../store/pastCall";
import { pastRow, type RowContext } from "../view/requestRow";

/** Asks for one of these calls; undefined: cancelled. */
export async function pickAnswer(
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
