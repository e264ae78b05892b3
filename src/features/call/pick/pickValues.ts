import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { type PickRequest } from "../../../shared/callApi";
import { type Candidate } from "./candidates";

/** Asks for one value or several; undefined: cancelled. */
export async function pickValues(
  { many, current }: PickRequest,
  title: string,
  candidates: Promise<readonly Candidate[]>,
): Promise<readonly string[] | undefined> {
  const items = candidates.then((all) =>
    all.map((each) => ({ ...each, picked: many && current.includes(each.value) })),
  );
  const options = { title, matchOnDescription: true, matchOnDetail: true };
  if (many) {
    const chosen = await window.showQuickPick(items, { ...options, canPickMany: true });
    return chosen?.map(({ value }) => value);
  }
  const placeHolder = current[0] === undefined ? "" : l10n.t("Current: {0}", current[0]);
  const chosen = await window.showQuickPick(items, { ...options, placeHolder });
  return chosen && [chosen.value];
}
