import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../shared/call/methodSpec";
import { byName, destroys, type MethodFamily, ordered, param, reads, writes } from "./methodEntry";

const entry =
  "{ id: int, text: string, name: string, weight: int, remark: string, created_at: RFC3339, updated_at: RFC3339 }";

/** Texts that administrators keep on the server, to be pasted into its terminal. */
export const clipboardMethods: MethodFamily = {
  "admin:listClipboard": () => reads(l10n.t("List clipboard entries"), { returns: `${entry}[]` }),
  "admin:getClipboard": () =>
    reads(l10n.t("Get a clipboard entry"), { params: ordered(id()), returns: entry }),
  "admin:createClipboard": () =>
    writes(l10n.t("Add a clipboard entry"), l10n.t("Adds the clipboard entry."), {
      params: byName(...fields()),
      returns: entry,
    }),
  "admin:updateClipboard": () =>
    writes(l10n.t("Edit a clipboard entry"), l10n.t("Changes the clipboard entry."), {
      description: l10n.t("Only the given fields are changed."),
      params: byName(id(), ...fields()),
      returns: "null",
    }),
  "admin:deleteClipboard": () =>
    destroys(l10n.t("Delete a clipboard entry"), l10n.t("Deletes the clipboard entry."), {
      params: ordered(id()),
      returns: "null",
    }),
  "admin:batchDeleteClipboard": () =>
    destroys(l10n.t("Delete several clipboard entries"), l10n.t("Deletes the clipboard entries."), {
      params: ordered(param("ids", "int[]", l10n.t("IDs of the entries."), { required: true })),
      returns: "null",
    }),
};

function id(): ParamSpec {
  return param("id", "string", l10n.t("ID of the entry, as a string."), { required: true });
}

function fields(): readonly ParamSpec[] {
  return [
    param("name", "string", l10n.t("Name of the entry.")),
    param("text", "string", l10n.t("Text to paste."), { multiline: true }),
    param("weight", "int", l10n.t("Sort order. Lower values come first.")),
    param("remark", "string", l10n.t("Remark."), {
      multiline: true,
    }),
  ];
}
