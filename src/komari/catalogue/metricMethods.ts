import * as l10n from "@vscode/l10n";
import { type ParamsSpec } from "../../shared/call/methodSpec";
import { end, hours, nodes, start, taskId } from "./frequentParams";
import { byName, destroys, type MethodFamily, ordered, param, reads, writes } from "./methodEntry";

const aggregations =
  "avg | min | max | sum | count | p50 | p95 | p99 | first | last | rate | stddev";
const definition =
  "{ name: string, description?: string | object, type: string, unit?: string, retention_days: int, metadata?: object, created_at: RFC3339, updated_at: RFC3339 }";
const migration = "{ status: string, message: string }";

/** The store of metrics of 1.2.6 and later. */
export const metricMethods: MethodFamily = {
  "public:listMetricDefinitions": () =>
    reads(l10n.t("List the recorded metrics"), { returns: `${definition}[]` }),
  "public:queryMetrics": () =>
    reads(l10n.t("Get metric history"), {
      description: l10n.t(
        "The call fails if the server does not know one of the metrics. Some servers accept only one node per call.",
      ),
      params: metricsParams(),
      returns: "{ start: RFC3339, end: RFC3339, series: MetricSeries[], count: int }",
    }),
  "public:getPingMetricStats": () =>
    reads(l10n.t("Get ping statistics"), {
      description: l10n.t(
        "Loss and latency of each task over the whole time range. avg counts a lost ping as -1 ms. Nekomari has several entries per task; a loss of null is unknown.",
      ),
      params: pingStatsParams(),
      returns: "{ start: RFC3339, end: RFC3339, stats: PingMetricStats[], count: int }",
    }),
  "admin:listMetricDefinitions": () =>
    reads(l10n.t("List the recorded metrics"), { returns: `${definition}[]` }),
  "admin:updateMetricDefinition": () =>
    destroys(
      l10n.t("Set the retention of a metric"),
      l10n.t("Deletes data older than the new limit. 0 days deletes all data and stops recording."),
      {
        params: ordered(
          param("name", "string", l10n.t("Name of the metric."), {
            required: true,
            picker: "metrics",
          }),
          param("retention_days", "int", l10n.t("Retention in days. 0: stop recording."), {
            required: true,
            suggestions: ["1", "7", "30", "90"],
          }),
        ),
        returns: definition,
      },
    ),
  "admin:getMetricMigrationStatus": () =>
    reads(l10n.t("Get migration progress"), {
      returns:
        "{ status: string, is_running: bool, source_driver: string, source_dsn: string, target_driver: string, target_dsn: string, total_metrics: int, metrics_done: int, current_metric: string, migrated_points: int, start_time: RFC3339, end_time: RFC3339, error: string }",
    }),
  "admin:startMetricMigration": () =>
    writes(
      l10n.t("Migrate the metrics database"),
      l10n.t("Copies all history to the configured database. This can take a long time."),
      {
        params: ordered(
          param("source_driver", "string", l10n.t("Driver of the source database."), {
            suggestions: ["sqlite", "mysql", "postgresql"],
          }),
          param(
            "source_dsn",
            "string",
            l10n.t("DSN of the source database. Omit to use the previous database."),
            {
              secret: true,
              ifEmpty: l10n.t("No source is given: the previous database is copied."),
            },
          ),
        ),
        returns: migration,
      },
    ),
  "admin:cancelMetricMigration": () =>
    writes(
      l10n.t("Cancel the migration"),
      l10n.t("Stops copying the history. The migration can be started again."),
      { returns: migration },
    ),
};

function metricsParams(): ParamsSpec {
  return byName(
    param("metric_keys", "string[]", l10n.t("Names of the metrics."), {
      required: true,
      picker: "metrics",
      example: "cpu.usage",
    }),
    param("entity_id", "string", l10n.t("One node. Some servers accept only one per call."), {
      picker: "node",
    }),
    nodes("entity_ids", l10n.t("Several nodes. Omit for all nodes."), false),
    start(),
    end(),
    hours("number", "4"),
    param("max_points", "int", l10n.t("Maximum points per metric."), { fallback: "500" }),
    param("aggregation", aggregations, l10n.t("How values within one point are aggregated."), {
      fallback: "avg",
    }),
    param("fill_empty", "bool", l10n.t("Include points without a value."), { fallback: "false" }),
    param("tags", "object", l10n.t("Return only series with these tags."), {
      example: '{ "task_id": "1" }',
    }),
    param("max_points_by_metric", "object", l10n.t("Maximum points, by metric.")),
    param("aggregation_by_metric", "object", l10n.t("Aggregation, by metric.")),
  );
}

function pingStatsParams(): ParamsSpec {
  return byName(
    param("uuid", "string", l10n.t("One node. Omit for all nodes."), { picker: "node" }),
    nodes("entity_ids", l10n.t("Several nodes. Omit for all nodes."), false),
    taskId("int"),
    param("task_ids", "int[]", l10n.t("Several ping tasks. Omit for all tasks."), {
      picker: "pingTask",
    }),
    start(),
    end(),
    hours("number", "4"),
    param("max_points", "int", l10n.t("Number of intervals in the time range."), {
      fallback: "500",
    }),
  );
}
