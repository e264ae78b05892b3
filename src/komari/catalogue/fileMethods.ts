import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../shared/call/methodSpec";
import { node } from "./frequentParams";
import {
  destroys,
  type MethodFamily,
  namedOnly,
  ordered,
  param,
  reads,
  writes,
} from "./methodEntry";

const info =
  "{ name: string, path: string, is_dir: bool, is_symlink: bool, size: int, mode: string, mode_octal: string, uid: int, gid: int, owner: string, group: string, modified_at: RFC3339, target: string }";

/**
 * Files of nodes, with the rights of their agents. The server requires no second factor. If uuid and path are
 * in an embedded struct, it binds a list to the parameters after them.
 */
export const fileMethods: MethodFamily = {
  "admin:fileListRoots": () =>
    reads(l10n.t("List the file systems of a node"), {
      description: l10n.t("The root folder, or the drives on Windows."),
      params: ordered(node()),
      returns: `${info}[]`,
    }),
  "admin:fileList": () =>
    reads(l10n.t("List a folder of a node"), {
      params: ordered(node(), path()),
      returns: `${info}[]`,
    }),
  "admin:fileStat": () =>
    reads(l10n.t("Get information about a file or folder"), {
      params: ordered(node(), path()),
      returns: info,
    }),
  "admin:fileSearch": () =>
    reads(l10n.t("Search the files of a node"), {
      description: l10n.t(
        "At most 500 matches. The search can take 90 seconds: allow a longer timeout.",
      ),
      params: namedOnly(
        node(),
        path(l10n.t("Folder to search, with its subfolders.")),
        param("query", "string", l10n.t("Text to find."), { required: true }),
        param("content", "bool", l10n.t("Search file contents instead of names."), {
          fallback: "false",
        }),
      ),
      returns:
        "{ matches: { path: string, line: int, text: string, is_dir: bool }[], limited: bool }",
      notKept: true,
    }),
  "admin:fileMkdir": () =>
    writes(l10n.t("Create a folder"), l10n.t("Creates the folder on the node."), {
      params: namedOnly(
        node(),
        path(),
        param("mode", "string", l10n.t("Permissions in octal, as a string."), { example: "0755" }),
      ),
      returns: "{ created: bool }",
      asks: true,
    }),
  "admin:fileCopy": () =>
    writes(
      l10n.t("Copy a file"),
      l10n.t("Copies the file on the node. A file at the destination may be overwritten."),
      { params: ordered(...sourceAndDestination()), returns: "{ copied: bool }", asks: true },
    ),
  "admin:fileMove": () =>
    writes(
      l10n.t("Move or rename a file or folder"),
      l10n.t("Moves or renames it on the node. A file at the destination may be overwritten."),
      { params: ordered(...sourceAndDestination()), returns: "{ moved: bool }", asks: true },
    ),
  "admin:fileChmod": () =>
    writes(l10n.t("Change permissions"), l10n.t("Changes the permissions on the node."), {
      params: namedOnly(
        node(),
        path(),
        param("mode", "string", l10n.t("Permissions in octal, as a string."), {
          required: true,
          example: "0644",
        }),
      ),
      returns: "{ mode: string }",
      asks: true,
    }),
  "admin:fileChown": () =>
    writes(l10n.t("Change owner or group"), l10n.t("Changes the owner or group on the node."), {
      description: l10n.t(
        "Not supported on Windows. At least one of uid, gid, owner and group is required.",
      ),
      params: namedOnly(
        node(),
        path(),
        param("uid", "int", l10n.t("User ID.")),
        param("gid", "int", l10n.t("Group ID.")),
        param("owner", "string", l10n.t("User name.")),
        param("group", "string", l10n.t("Group name.")),
      ),
      returns: "{ uid: int, gid: int }",
      asks: true,
    }),
  "admin:fileDelete": () =>
    destroys(
      l10n.t("Delete a file or folder"),
      l10n.t("Deletes the file, or the folder with everything in it. This cannot be undone."),
      { params: ordered(node(), path()), returns: "{ deleted: bool }" },
    ),
};

function path(description = l10n.t("Absolute path on the node.")): ParamSpec {
  return param("path", "string", description, { required: true, example: "/var/log" });
}

function sourceAndDestination(): readonly ParamSpec[] {
  return [
    node(),
    param("source", "string", l10n.t("Absolute path of the source."), { required: true }),
    param("destination", "string", l10n.t("Absolute path of the destination."), {
      required: true,
    }),
  ];
}
