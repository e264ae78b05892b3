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
    reads(l10n.t("List the metrics that are recorded"), { returns: `${definition}[]` }),
  "public:queryMetrics": () =>
    reads(l10n.t("Get the history of metrics"), {
      description: l10n.t("A single metric that the server does not know fails the whole call."),
      params: metricsParams(),
      returns: "{ start: RFC3339, end: RFC3339, series: MetricSeries[], count: int }",
    }),
  "public:getPingMetricStats": () =>
    reads(l10n.t("Get statistics of pings"), {
      description: l10n.t("Loss and latency of each task, counted over all pings of the span."),
      params: pingStatsParams(),
      returns: "{ start: RFC3339, end: RFC3339, stats: PingMetricStats[], count: int }",
    }),
  "admin:listMetricDefinitions": () =>
    reads(l10n.t("List the metrics that are recorded"), { returns: `${definition}[]` }),
  "admin:updateMetricDefinition": () =>
    destroys(
      l10n.t("Change how long a metric is kept"),
      l10n.t("Deletes what is older than the new limit; 0 days deletes all and stops recording."),
      {
        params: ordered(
          param("name", "string", l10n.t("The metric."), { required: true, picker: "metrics" }),
          param("retention_days", "int", l10n.t("Days that it is kept; 0 stops recording."), {
            required: true,
            suggestions: ["1", "7", "30", "90"],
          }),
        ),
        returns: definition,
      },
    ),
  "admin:getMetricMigrationStatus": () =>
    reads(l10n.t("See how far moving the history has come"), {
      returns:
        "{ status: string, is_running: bool, source_driver: string, source_dsn: string, target_driver: string, target_dsn: string, total_metrics: int, metrics_done: int, current_metric: string, migrated_points: int, start_time: RFC3339, end_time: RFC3339, error: string }",
    }),
  "admin:startMetricMigration": () =>
    writes(
      l10n.t("Move the history into another database"),
      l10n.t("Copies all history into the database that is set; this can take long."),
      {
        params: ordered(
          param("source_driver", "string", l10n.t("Of the database to copy from."), {
            suggestions: ["sqlite", "mysql", "postgresql"],
          }),
          param(
            "source_dsn",
            "string",
            l10n.t("Of the database to copy from; without it the one that was in use before."),
            { secret: true },
          ),
        ),
        returns: migration,
      },
    ),
  "admin:cancelMetricMigration": () =>
    writes(
      l10n.t("Stop moving the history"),
      l10n.t("Stops copying the history; it can be started again."),
      { returns: migration },
    ),
};

function metricsParams(): ParamsSpec {
  return byName(
    param("metric_keys", "string[]", l10n.t("The metrics."), {
      required: true,
      picker: "metrics",
      example: "cpu.usage",
    }),
    nodes("entity_ids", l10n.t("Some nodes; without it all of them."), false),
    start(),
    end(),
    hours("number", "4"),
    param("max_points", "int", l10n.t("The most points of a metric."), { fallback: "500" }),
    param("aggregation", aggregations, l10n.t("What becomes of values that share a point."), {
      fallback: "avg",
    }),
    param("fill_empty", "bool", l10n.t("Points without a value too."), { fallback: "false" }),
    param("tags", "object", l10n.t("Only series with these tags."), {
      example: '{ "task_id": "1" }',
    }),
    param("max_points_by_metric", "object", l10n.t("The most points, by metric.")),
    param("aggregation_by_metric", "object", l10n.t("The aggregation, by metric.")),
  );
}

function pingStatsParams(): ParamsSpec {
  return byName(
    param("uuid", "string", l10n.t("One node; without it all of them."), { picker: "node" }),
    nodes("entity_ids", l10n.t("Some nodes; without it all of them."), false),
    taskId("int"),
    param("task_ids", "int[]", l10n.t("Some ping tasks; without it all of them."), {
      picker: "pingTask",
    }),
    start(),
    end(),
    hours("number", "4"),
    param("max_points", "int", l10n.t("In how many parts the span is counted."), {
      fallback: "500",
    }),
  );
}
