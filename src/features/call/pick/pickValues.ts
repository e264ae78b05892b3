import * as l10n from "@vscode/l10n";
import { pickItems } from "../../../platform/quickInput/pickItems";
import { plainText } from "../../../platform/plainText";
import { type QuickInputs } from "../../../platform/quickInput/quickInputs";
import { type Picker } from "../../../shared/call/methodSpec";
import { type PickRequest } from "../../../shared/call/callApi";
import { type Candidate } from "./candidates";

/**
 * Asks for one value or several.
 * @param place the method and the server that they are for.
 * @returns undefined: cancelled.
 */
export async function pickValues(
  inputs: Pick<QuickInputs, "createQuickPick">,
  { param, picker, many, current }: PickRequest,
  place: { readonly method: string; readonly server: string },
  candidates: Promise<readonly Candidate[]>,
): Promise<readonly string[] | undefined> {
  const name = param.charAt(0).toUpperCase() + param.slice(1);
  const chosen = await pickItems(inputs, {
    title: plainText(l10n.t("{0} for {1} on {2}", name, place.method, place.server)),
    placeholder: many ? severalText(picker) : oneText(picker),
    many,
    items: candidates.then((all) =>
      all.map(({ value, label, description }) => ({ key: value, label, description })),
    ),
    picked: current,
  });
  return chosen?.map(({ key }) => key);
}

function oneText(picker: Picker): string {
  switch (picker) {
    case "node":
    case "nodes":
      return l10n.t("Select a node");
    case "pingTask":
      return l10n.t("Select a ping task");
    case "metrics":
      return l10n.t("Select a metric");
    case "method":
      return l10n.t("Select a method");
  }
}

function severalText(picker: Picker): string {
  switch (picker) {
    case "node":
    case "nodes":
      return l10n.t("Select one or more nodes");
    case "pingTask":
      return l10n.t("Select one or more ping tasks");
    case "metrics":
      return l10n.t("Select one or more metrics");
    case "method":
      return l10n.t("Select one or more methods");
  }
}
