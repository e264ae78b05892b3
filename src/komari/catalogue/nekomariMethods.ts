import * as l10n from "@vscode/l10n";
import { type ParamSpec } from "../../shared/call/methodSpec";
import { end, nodes, start } from "./frequentParams";
import {
  byName,
  destroys,
  type MethodFamily,
  ordered,
  param,
  reads,
  reveals,
  writes,
} from "./methodEntry";

const window =
  "{ id: int, name: string, start: RFC3339, end: RFC3339, clients: string[] | null, reason: string, open: bool, covers_everything: bool, remaining_seconds: int }";
const plan =
  '{ schema_version: int, creates: int, updates: int, unchanged: int, removals: int, changes: { kind: "create" | "update" | "unchanged" | "remove", entity: string, id: string, name?: string, fields?: string[] }[], warnings?: string[] }';

/** Methods that only Nekomari has, except those of agents. None requires a second factor. */
export const nekomariMethods: MethodFamily = {
  "admin:netcheck": () =>
    reads(l10n.t("Check a host from the server"), {
      description: l10n.t(
        "The server itself resolves, pings and connects to the target. With many ports this can take minutes.",
      ),
      params: netcheckParams(),
      returns:
        "{ report: { target: string, host: string, ips_v4: string[] | null, ips_v6: string[] | null, dns_error?: string, icmp: object, tcp: object[] | null, verdict: string, summary: string, advice: string }, probed_from: string }",
    }),
  "admin:getUploadStats": () =>
    reads(l10n.t("Get file upload statistics"), {
      description: l10n.t("Durations are in nanoseconds."),
      returns: "{ last_scan_duration_ns: int, [counter]: any }",
    }),
  "admin:bulkEditClients": () =>
    writes(
      l10n.t("Edit several nodes"),
      l10n.t("Edits the nodes one by one. If one fails, the changes to the others are kept."),
      {
        params: ordered(
          nodes("uuids", l10n.t("Node UUIDs, at most 256."), true),
          param("update", "object", l10n.t("New values, as in admin:editClient."), {
            required: true,
            example: '{ "group": "Edge" }',
          }),
        ),
        returns:
          "{ applied: int, failed: int, total: int, outcomes: { uuid: string, ok: bool, error?: string }[], field_names: string[] }",
      },
    ),
  "admin:listMaintenanceWindows": () =>
    reads(l10n.t("List maintenance windows"), {
      returns: `{ windows: ${window}[], active: string[] }`,
    }),
  "admin:saveMaintenanceWindow": () =>
    writes(
      l10n.t("Add or replace a maintenance window"),
      l10n.t("Silences the notifications of the nodes during the window."),
      {
        description: l10n.t(
          "open is always false in this response. Use admin:listMaintenanceWindows.",
        ),
        params: windowParams(),
        returns: window,
      },
    ),
  "admin:deleteMaintenanceWindow": () =>
    destroys(l10n.t("Delete a maintenance window"), l10n.t("Deletes the maintenance window."), {
      params: ordered(
        param("id", "int", l10n.t("ID of the maintenance window."), { required: true }),
      ),
      returns: "null",
    }),
  "admin:getTrafficForecast": () =>
    reads(l10n.t("Forecast traffic until the end of the cycle"), {
      description: l10n.t(
        "basis.observed_for is in nanoseconds. If method is insufficient, projected values are unknown, not 0.",
      ),
      params: ordered(resetDay(false)),
      returns:
        "{ rows: TrafficForecast[], cycle: { start: RFC3339, end: RFC3339, reset_day: int, location: string }, threshold: number }",
    }),
  "admin:setTrafficCycleDay": () =>
    writes(
      l10n.t("Set the first day of the traffic cycle"),
      l10n.t("Changes the traffic cycle of all nodes."),
      { params: ordered(resetDay(true)), returns: "{ reset_day: int }" },
    ),
  "admin:exportConfig": () =>
    reveals(l10n.t("Export the configuration"), {
      description: l10n.t("Even without include_secrets, the settings may contain secrets."),
      params: ordered(
        param("include_secrets", "bool", l10n.t("Include node tokens and secret settings."), {
          fallback: "false",
        }),
      ),
      returns:
        "{ schema_version: int, exported_at: RFC3339, secrets_included: bool, source_version?: string, clients: object[], ping_tasks: object[], maintenance_windows: object[], settings?: object, notification_configs: object[] }",
      secretKeys: ["settings"],
      notKept: true,
    }),
  "admin:planConfigImport": () =>
    reads(l10n.t("Preview a configuration import"), {
      description: l10n.t(
        "Nothing is changed. Removals are counted, but an import never removes anything.",
      ),
      params: ordered(exportedDocument()),
      returns: plan,
      secretKeys: ["document"],
    }),
  "admin:importConfig": () =>
    writes(
      l10n.t("Import a configuration"),
      l10n.t(
        "Creates and updates nodes, ping tasks, maintenance windows and settings. Nothing is deleted.",
      ),
      {
        params: ordered(exportedDocument()),
        returns: plan,
        secretKeys: ["document"],
        asks: true,
      },
    ),
  "public:getSlaReport": () =>
    reads(l10n.t("Get the SLA report"), {
      description: l10n.t(
        "If has_data is false, 0 means unknown. Outages have Start and End, capitalized, and a duration in nanoseconds.",
      ),
      params: slaParams(),
      returns:
        "{ start: RFC3339, end: RFC3339, window: string, interval_seconds: int, clamped?: bool, nodes: SlaNode[], count: int, window_presets: { [window]: int } }",
    }),
};

function netcheckParams() {
  return ordered(
    param("target", "string", l10n.t("Host or host:port."), {
      required: true,
      example: "example.com:443",
    }),
    param("ports", "int[]", l10n.t("TCP ports, at most 16."), { fallback: "22, 80, 443" }),
    param("count", "int", l10n.t("Number of pings, from 1 to 10."), { fallback: "3" }),
    param("timeout_ms", "int", l10n.t("Timeout of each attempt in milliseconds, up to 5000."), {
      fallback: "3000",
    }),
    param("skip_icmp", "bool", l10n.t("Skip the ping and only connect."), { fallback: "false" }),
  );
}

function windowParams() {
  return ordered(
    param("id", "int", l10n.t("Maintenance window to replace. Omit to add one.")),
    param("name", "string", l10n.t("Name of the maintenance window."), { required: true }),
    param("start", "RFC3339", l10n.t("Start, with a time zone."), { required: true }),
    param("end", "RFC3339", l10n.t("End, with a time zone."), { required: true }),
    {
      ...nodes("clients", l10n.t("Several nodes. Omit for all nodes."), false),
      ifEmpty: l10n.t("No nodes are selected: the notifications of all nodes are silenced."),
    },
    param("reason", "string", l10n.t("Reason."), { multiline: true }),
  );
}

function resetDay(required: boolean): ParamSpec {
  return param("reset_day", "int", l10n.t("First day of the traffic cycle, from 1 to 31."), {
    required,
  });
}

function exportedDocument(): ParamSpec {
  return param("document", "object", l10n.t("Document from admin:exportConfig."), {
    required: true,
    secret: true,
  });
}

function slaParams() {
  return byName(
    param("uuid", "string", l10n.t("One node. Omit for all nodes."), { picker: "node" }),
    nodes("entity_ids", l10n.t("Several nodes. Omit for all nodes."), false),
    param("window", "24h | 7d | 30d | 90d", l10n.t("Time range up to now."), { fallback: "24h" }),
    param("hours", "number", l10n.t("Number of hours up to now.")),
    start(),
    end(),
  );
}
