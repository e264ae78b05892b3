import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../shared/call/methodSpec";
import { byName, destroys, type MethodFamily, ordered, param, reads, writes } from "./methodEntry";

const entry =
  "{ id: int, text: string, name: string, weight: int, remark: string, created_at: RFC3339, updated_at: RFC3339 }";

/** Texts that administrators keep on the server, to be pasted into its terminal. */
export const clipboardMethods: MethodFamily = {
  "admin:listClipboard": () =>
    reads(l10n.t("List the clipboard of the server"), { returns: `${entry}[]` }),
  "admin:getClipboard": () =>
    reads(l10n.t("Get an entry of the clipboard"), { params: ordered(id()), returns: entry }),
  "admin:createClipboard": () =>
    writes(l10n.t("Add an entry to the clipboard"), l10n.t("Adds the entry to the clipboard."), {
      params: byName(...fields()),
      returns: entry,
    }),
  "admin:updateClipboard": () =>
    writes(l10n.t("Change an entry of the clipboard"), l10n.t("Changes the entry."), {
      description: l10n.t("Only what is given is changed."),
      params: byName(id(), ...fields()),
      returns: "null",
    }),
  "admin:deleteClipboard": () =>
    destroys(l10n.t("Delete an entry of the clipboard"), l10n.t("Deletes the entry."), {
      params: ordered(id()),
      returns: "null",
    }),
  "admin:batchDeleteClipboard": () =>
    destroys(l10n.t("Delete entries of the clipboard"), l10n.t("Deletes the entries."), {
      params: ordered(param("ids", "int[]", l10n.t("The ids of the entries."), { required: true })),
      returns: "null",
    }),
};

function id(): ParamSpec {
  return param("id", "string", l10n.t("The id of the entry, as a text."), { required: true });
}

function fields(): readonly ParamSpec[] {
  return [
    param("name", "string", l10n.t("The name of the entry.")),
    param("text", "string", l10n.t("What is pasted."), { multiline: true }),
    param("weight", "int", l10n.t("Where it stands in the list, the least first.")),
    param("remark", "string", l10n.t("A remark for administrators."), { multiline: true }),
  ];
}
