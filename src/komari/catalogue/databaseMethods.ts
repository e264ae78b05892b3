import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../shared/call/methodSpec";
import { database } from "./frequentParams";
import { executes, type MethodFamily, ordered, param, reads, writes } from "./methodEntry";

export const databaseMethods: MethodFamily = {
  "admin:dbTables": () =>
    reads(l10n.t("List the tables of a database"), {
      params: ordered(database()),
      returns: "{ database: string, driver: string, tables: string[] }",
    }),
  // The server does not look what kind of statement it is; any table can be in the rows.
  "admin:dbQuery": () =>
    executes(
      l10n.t("Run a SQL query"),
      l10n.t("Runs the SQL in the database. The server does not stop it from changing data."),
      {
        params: ordered(
          database(),
          sql("SELECT name, weight FROM clients ORDER BY weight"),
          args(),
          param("limit", "int", l10n.t("Maximum rows, up to 10000."), {
            fallback: "1000",
            suggestions: ["100", "1000", "10000"],
          }),
        ),
        returns:
          "{ database: string, driver: string, columns: string[] | null, rows: any[][], row_count: int, truncated: bool }",
        secretKeys: ["rows"],
      },
    ),
  "admin:dbExec": () =>
    executes(
      l10n.t("Run SQL that changes data"),
      l10n.t("Runs the SQL in the database. Deleted or changed data cannot be restored."),
      {
        params: ordered(database(), sql("UPDATE clients SET weight = ? WHERE name = ?"), args()),
        returns:
          "{ database: string, driver: string, rows_affected: int, last_insert_id: int | null }",
      },
    ),
  "admin:getDatabaseSize": () =>
    reads(l10n.t("Get the database sizes"), {
      returns:
        "{ type: string, size: int, main: DatabaseSize, monitoring: DatabaseSize, local_total: int | null }",
    }),
  "admin:vacuumDatabase": () =>
    writes(
      l10n.t("Compact the databases"),
      l10n.t("Rewrites the databases. The server may respond slowly until this finishes."),
      {
        returns:
          "{ before: int, after: int, size: int, all_succeeded: bool, main: object, monitoring: object }",
      },
    ),
};

function sql(example: string): ParamSpec {
  const description = l10n.t("One SQL statement. Use ? for the values in args.");
  return param("sql", "string", description, { required: true, multiline: true, example });
}

function args(): ParamSpec {
  return param("args", "any[]", l10n.t("Values for the ? placeholders, in order."));
}
