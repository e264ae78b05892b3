import * as l10n from "@vscode/l10n";
import { type ParamsSpec } from "../../shared/call/methodSpec";
import { node } from "./frequentParams";
import {
  byName,
  destroys,
  type MethodFamily,
  ordered,
  param,
  reveals,
  whole,
  writes,
} from "./methodEntry";

/** Nodes, as administrators see them: with their tokens. */
export const nodeAdminMethods: MethodFamily = {
  "admin:addClient": () =>
    writes(l10n.t("Add a node"), l10n.t("Adds a node, even without a name."), {
      params: ordered(param("name", "string", l10n.t("Name of the node."))),
      returns: "{ uuid: string, token: string }",
    }),
  "admin:editClient": () =>
    writes(l10n.t("Edit a node"), l10n.t("Changes the stored information of the node."), {
      description: l10n.t("Only the given fields are changed. Unknown nodes are ignored."),
      params: editParams(),
      returns: "null",
    }),
  "admin:removeClient": () =>
    destroys(
      l10n.t("Delete a node"),
      l10n.t("Deletes the node with all its history. Its agent can no longer report."),
      { params: ordered(node()), returns: "null" },
    ),
  "admin:getClient": () =>
    reveals(l10n.t("Get a node with its token"), { params: ordered(node()), returns: "Client" }),
  "admin:listClients": () =>
    reveals(l10n.t("List the nodes with their tokens"), { returns: "Client[]" }),
  "admin:getClientToken": () =>
    reveals(l10n.t("Get a node's token"), {
      params: ordered(node()),
      returns: "{ token: string }",
    }),
  "admin:orderClients": () =>
    writes(l10n.t("Reorder nodes"), l10n.t("Changes the sort order of the nodes."), {
      params: whole(
        param(
          "weights",
          "{ [uuid]: int }",
          l10n.t("Weights of the nodes. Lower values come first."),
          {
            required: true,
            example: '{ "3f0c…": 1, "9a1d…": 2 }',
          },
        ),
      ),
      returns: "null",
    }),
  "admin:clearRecords": () =>
    destroys(l10n.t("Delete the load history"), l10n.t("Deletes the load history of all nodes."), {
      returns: "null",
    }),
  "admin:clearAllRecords": () =>
    destroys(
      l10n.t("Delete all history"),
      l10n.t("Deletes the load and ping history of all nodes."),
      { returns: "null" },
    ),
};

function editParams(): ParamsSpec {
  return byName(
    node(),
    param("name", "string", l10n.t("Name of the node.")),
    param("group", "string", l10n.t("Group of the node. Empty: no group.")),
    param("tags", "string", l10n.t("Tags, separated by semicolons, each with an optional color."), {
      example: "web;edge<green>",
    }),
    param("weight", "int", l10n.t("Sort order. Lower values come first.")),
    param("hidden", "bool", l10n.t("Hide the node from guests.")),
    param("remark", "string", l10n.t("Private remark, visible to administrators only."), {
      multiline: true,
    }),
    param("public_remark", "string", l10n.t("Public remark, visible to everyone."), {
      multiline: true,
    }),
    param("price", "float64", l10n.t("Price per billing cycle. -1: free. 0: not shown.")),
    param("billing_cycle", "int", l10n.t("Billing cycle in days. -1: one-time payment."), {
      suggestions: ["30", "90", "180", "365", "-1"],
    }),
    param("currency", "string", l10n.t("Currency symbol."), {
      suggestions: ["$", "¥", "€"],
    }),
    param("auto_renewal", "bool", l10n.t("Automatic renewal.")),
    param("expired_at", "RFC3339", l10n.t("Expiration time, with a time zone.")),
    param("traffic_limit", "int64", l10n.t("Traffic quota per cycle, in bytes. 0: no quota.")),
    param(
      "traffic_limit_type",
      "sum | max | min | up | down",
      l10n.t("How traffic counts toward the quota."),
    ),
  );
}
