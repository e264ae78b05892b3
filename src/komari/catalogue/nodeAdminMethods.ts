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
    writes(
      l10n.t("Add a node"),
      l10n.t("Adds a node. Without a name too: the call needs no parameters."),
      {
        params: ordered(param("name", "string", l10n.t("The name of the node."))),
        returns: "{ uuid: string, token: string }",
      },
    ),
  "admin:editClient": () =>
    writes(l10n.t("Change a node"), l10n.t("Changes what the server has stored of the node."), {
      description: l10n.t("Only what is given is changed. A node that nobody knows is no error."),
      params: editParams(),
      returns: "null",
    }),
  "admin:removeClient": () =>
    destroys(
      l10n.t("Delete a node"),
      l10n.t("Deletes the node with all of its history. Its agent can no longer report."),
      { params: ordered(node()), returns: "null" },
    ),
  "admin:getClient": () =>
    reveals(l10n.t("Get a node with its token"), { params: ordered(node()), returns: "Client" }),
  "admin:listClients": () =>
    reveals(l10n.t("List the nodes with their tokens"), { returns: "Client[]" }),
  "admin:getClientToken": () =>
    reveals(l10n.t("Get the token of a node"), {
      params: ordered(node()),
      returns: "{ token: string }",
    }),
  "admin:orderClients": () =>
    writes(l10n.t("Change the order of nodes"), l10n.t("Changes the weights of the nodes."), {
      params: whole(
        param("weights", "{ [uuid]: int }", l10n.t("Weights of nodes, the least first."), {
          required: true,
          example: '{ "3f0c…": 1, "9a1d…": 2 }',
        }),
      ),
      returns: "null",
    }),
  "admin:clearRecords": () =>
    destroys(
      l10n.t("Delete the history of load"),
      l10n.t("Deletes the history of load of all nodes."),
      { returns: "null" },
    ),
  "admin:clearAllRecords": () =>
    destroys(
      l10n.t("Delete all history"),
      l10n.t("Deletes the history of load and of pings of all nodes."),
      { returns: "null" },
    ),
};

function editParams(): ParamsSpec {
  return byName(
    node(),
    param("name", "string", l10n.t("The name of the node.")),
    param("group", "string", l10n.t("The group of the node; empty: none.")),
    param("tags", "string", l10n.t("Tags, separated by semicolons, each with a colour at will."), {
      example: "web;edge<green>",
    }),
    param("weight", "int", l10n.t("Where it stands in the list, the least first.")),
    param("hidden", "bool", l10n.t("Not shown to guests.")),
    param("remark", "string", l10n.t("A remark for administrators."), { multiline: true }),
    param("public_remark", "string", l10n.t("A remark for everybody."), { multiline: true }),
    param("price", "float64", l10n.t("The price of a cycle; -1: free, 0: not shown.")),
    param("billing_cycle", "int", l10n.t("Days of a cycle; -1: paid once."), {
      suggestions: ["30", "90", "180", "365", "-1"],
    }),
    param("currency", "string", l10n.t("The sign of the currency."), {
      suggestions: ["$", "¥", "€"],
    }),
    param("auto_renewal", "bool", l10n.t("The contract renews itself.")),
    param("expired_at", "RFC3339", l10n.t("When the contract ends, with its time zone.")),
    param("traffic_limit", "int64", l10n.t("Bytes of traffic in a cycle; 0: no limit.")),
    param(
      "traffic_limit_type",
      "sum | max | min | up | down",
      l10n.t("Which traffic counts against the limit."),
    ),
  );
}
