import * as l10n from "@vscode/l10n";
import { type CallTarget } from "../../common/callTarget";
import { selectedRows } from "../../tree/selectedRows";
import { type CallHistory } from "../store/callHistory";
import { isRequestElement, type RequestElement } from "../view/requestElements";
import { type PastCall } from "../store/pastCall";
import { type PlacedRequest, type SavedRequests } from "../store/savedRequests";

/** The request or call of a row. */
export type Entry =
  | { readonly kind: "past"; readonly call: PastCall }
  | { readonly kind: "saved"; readonly request: PlacedRequest };

export interface EntriesOptions {
  readonly history: Pick<CallHistory, "get">;
  readonly saved: Pick<SavedRequests, "get">;
  readonly selection: () => readonly unknown[];
}

/** What a menu command is for. */
export function entriesOf(
  options: EntriesOptions,
  clicked: unknown,
  all: unknown,
): readonly Entry[] {
  const rows = selectedRows(clicked, all, options.selection());
  return rows.filter(isRequestElement).flatMap((element) => entryOf(options, element) ?? []);
}

function entryOf({ history, saved }: EntriesOptions, element: RequestElement): Entry | undefined {
  if (element.kind === "past") {
    const call = history.get(element.callId);
    return call && { kind: "past", call };
  }
  const request = saved.get(element.scope, element.name);
  return request && { kind: "saved", request };
}

export function targetOf({ serverId, method, params }: PastCall): CallTarget {
  return { serverId, method, ...(params !== undefined && { params }) };
}

/** Its parameters were not stored: it can be shown, but not sent or saved. */
export function isIncomplete(entry: Entry): boolean {
  return entry.kind === "past" && entry.call.paramsForgotten === true;
}

export function paramsNotStoredText(): string {
  return l10n.t("The parameters of this call were too long to store.");
}
