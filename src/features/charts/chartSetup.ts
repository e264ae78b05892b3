import { retentionHours, selectableHours } from "../../fleet/history/selectableHours";
import { type ChartThresholds } from "../../settings/thresholds";
import { type ChartLayout, type ChartSetup } from "../../shared/chartApi";
import { isSampled, type MetricKey, metricKeys } from "../../shared/metrics";
import { type ChartServer } from "./model/chartSource";
import { type KnownTask } from "./model/pingTasks";
import { retentionOf } from "./model/serverFacts";
import { type PanelTitle } from "./panelTitle";
import { serverIdsOf, type Subject, subjectKey } from "../common/chartSubject";

export interface SetupContext {
  readonly preview: boolean;
  readonly serverOf: (id: string) => ChartServer | undefined;
  readonly title: Pick<PanelTitle, "subject" | "server">;
  /** Those that several nodes can be compared by. */
  readonly tasks: readonly KnownTask[];
  readonly translations: ChartSetup["translations"];
  readonly locale: string;
  readonly thresholds: ChartThresholds;
  readonly layout: ChartLayout;
}

/** All that a page needs beside the data. */
export function chartSetup(subject: Subject, context: SetupContext): ChartSetup {
  const { preview, serverOf, title, tasks, translations, locale, thresholds, layout } = context;
  return {
    key: subjectKey(subject),
    kind: subject.kind,
    preview,
    translations,
    locale,
    thresholds: linesOf(subject, thresholds, serverOf),
    layout,
    title: title.subject,
    serverName: title.server,
    ...recordsOf(subject, serverOf),
    metrics: subject.kind === "nodes" ? comparable(tasks.length > 0) : [],
    tasks: tasks.map(({ id, name }) => ({ id, name })),
  };
}

/** The load of a node with known cores has a line of its own, in addition to those for all nodes. */
function linesOf(
  subject: Subject,
  { lines, loadPerCore }: ChartThresholds,
  serverOf: SetupContext["serverOf"],
): ChartSetup["thresholds"] {
  const node = subject.kind === "node" && serverOf(subject.serverId)?.nodes.get(subject.uuid);
  if (!node || loadPerCore === undefined || !node.cpuCores) return lines;
  return { ...lines, load: [...(lines.load ?? []), loadPerCore * node.cpuCores] };
}

/** How far back the records go: of several servers, those that go back farthest. */
function recordsOf(subject: Subject, serverOf: SetupContext["serverOf"]) {
  const kept = serverIdsOf(subject).map((id) => {
    const server = serverOf(id);
    return server === undefined ? undefined : retentionOf(server).kept;
  });
  const unknown = { recordPreserveHours: undefined, pingRecordPreserveHours: undefined };
  const [maxKept = unknown] = kept
    .filter((each) => each !== undefined)
    .sort((a, b) => (retentionHours(b) ?? 0) - (retentionHours(a) ?? 0));
  return {
    hours: selectableHours(maxKept),
    keptHours: maxKept.recordPreserveHours,
    pingKeptHours: maxKept.pingRecordPreserveHours,
  };
}

/** A node is one line, so values per GPU cannot be compared. */
function comparable(withPings: boolean): readonly MetricKey[] {
  return metricKeys.filter((metric) => isSampled(metric) || (metric === "ping" && withPings));
}
