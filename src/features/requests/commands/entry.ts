import * as l10n from "@vscode/l10n";
import { type CallTarget } from "../../common/callTarget";
import { type CallHistory } from "../callHistory";
import { isRequestElement, type RequestElement } from "../elements";
import { type PastCall } from "../pastCall";
import { type PlacedRequest, type SavedRequests } from "../savedRequests";

/** The request or call of a row. */
export type Entry =
  | { readonly kind: "past"; readonly call: PastCall }
  | { readonly kind: "saved"; readonly request: PlacedRequest };

export interface EntriesOptions {
  readonly history: Pick<CallHistory, "get">;
  readonly saved: Pick<SavedRequests, "get">;
  readonly selection: () => readonly unknown[];
}

/**
 * What a menu command is for. VS Code passes the clicked row and, when several are selected, all of
 * them; without a row the view's selection counts.
 */
export function entriesOf(
  options: EntriesOptions,
  clicked: unknown,
  all: unknown,
): readonly Entry[] {
  const rows: readonly unknown[] =
    Array.isArray(all) && all.length > 0
      ? all
      : clicked === undefined
        ? options.selection()
        : [clicked];
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
