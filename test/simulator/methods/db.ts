import { type Json } from "../json";
import { writeTime } from "../goTime";
import { internalError } from "../rpcError";
import { type Handlers, type MethodContext } from "./handler";
import { asText, bind } from "./params";

const tables: Readonly<Record<string, readonly string[]>> = {
  main: [
    ...["clients", "clipboards", "configs", "load_notifications", "logs"],
    ...["message_sender_providers", "offline_notifications", "oidc_providers", "ping_tasks"],
    ...["plugin_configurations", "sessions", "task_results", "tasks", "theme_configurations"],
    ...["traffic_report_notifications", "users"],
  ],
  metrics: [
    ...["metric_definitions", "metric_label_sets", "metric_resolutions", "metric_rollups"],
    ...["metric_series", "metric_store_state"],
  ],
};

/** The raw SQL of 1.4.3. There is no database: any SELECT lists nodes, any other word changes nothing. */
export const dbMethods: Handlers = {
  "admin:dbTables": ({ params }) => {
    const database = databaseOf(bind(params, ["database"]).database);
    return { database, driver: "sqlite", tables: tables[database] ?? [] };
  },
  "admin:dbQuery": query,
  "admin:dbExec": ({ params }) => {
    const { database, sql } = bind(params, ["database", "sql", "args"]);
    checkSql(sql, ["INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER"]);
    return { database: databaseOf(database), driver: "sqlite", rows_affected: 0 };
  },
};

function databaseOf(value: unknown): string {
  return value === "metrics" ? "metrics" : "main";
}

function checkSql(sql: unknown, words: readonly string[]): void {
  const [word = ""] = (asText(sql) ?? "").trim().split(/\s+/);
  if (words.includes(word.toUpperCase())) return;
  throw internalError(`Failed to execute database query: near "${word}": syntax error`);
}

function query({ params, world }: MethodContext): Json {
  const { database, sql, args, limit } = bind(params, ["database", "sql", "args", "limit"]);
  checkSql(sql, ["SELECT", "WITH", "PRAGMA", "EXPLAIN"]);
  const [last] = Array.isArray(args) ? args.slice(-1).map(Number) : [];
  const rowLimit = typeof limit === "number" ? limit : (last ?? 100);
  const nodes = [...world.fleet.inOrder].sort((a, b) => a.facts.weight - b.facts.weight);
  const rows = nodes.slice(0, rowLimit).map(({ facts }) => {
    const expiry =
      facts.expired_at === null ? null : writeTime(facts.expired_at, world.profile.time);
    return [facts.name, facts.weight, facts.price, expiry];
  });
  return {
    database: databaseOf(database),
    driver: "sqlite",
    columns: ["name", "weight", "price", "expired_at"],
    rows,
    row_count: rows.length,
    truncated: rows.length < nodes.length && last === undefined,
  };
}
