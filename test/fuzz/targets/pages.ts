import assert from "node:assert/strict";
import {
  isResponseAction,
  isCallAction,
  isCallRequest,
  isPickRequest,
  isSnippetFormat,
} from "../../../src/features/call/isCallRequest";
import { chartTarget } from "../../../src/features/call/chartTarget";
import { isChartLayout } from "../../../src/features/charts/chartLayout";
import { isChartExport } from "../../../src/features/charts/export/isChartExport";
import { isPng } from "../../../src/features/charts/export/pngBytes";
import { isChartQuery } from "../../../src/features/charts/isChartQuery";
import { shownRange, windowOf } from "../../../src/features/charts/model/chartSpan";
import {
  parseSubject,
  subjectInState,
  subjectKey,
} from "../../../src/features/common/chartSubject";
import { WebviewChannel } from "../../../src/platform/panels/webviewChannel";
import { callApi, type CallApi } from "../../../src/shared/call/callApi";
import { isResponse, isOutgoing } from "../../../src/shared/ipc";
import { Emitter } from "../../../src/util/emitter";
import { silentLogger } from "../../../src/util/logger";
import {
  serializeState as keepCall,
  restoreState as restoreCall,
  firstState,
} from "../../../webview/call/state/callState";
import {
  serializeState as keepChart,
  restoreState as restoreChart,
} from "../../../webview/chart/state/savedState";
import { firstState as firstPanel, viewOf } from "../../../webview/chart/state/panelState";
import { setupOf } from "../../unit/webview/chart/state/setup";
import { resultsOf } from "../corpus";
import { type Sequence } from "../../simulator/random";
import { grown } from "../rubbish";
import { jsonOf, target } from "../target";

const callRequest = { id: 1, params: "{}", timeoutSeconds: 30 };
const pick = { param: "uuid", picker: "node", many: false, current: ["a"] };
const query = {
  id: 1,
  span: { kind: "between", from: 1, to: 2 },
  metric: "cpu",
  taskId: 1,
  lines: ["a"],
};
const layout = {
  charts: [{ id: "cpu", shown: true, height: "small" }],
  percent: ["memory"],
  timeZone: "utc",
  smooth: false,
};
const chartExport = { format: "csv", target: "file", from: 1, to: 2, lines: ["a"] };
const messages = [
  ...[callRequest, pick, query, layout, chartExport],
  ...Object.values(callApi).map(({ method }) => ({ method, params: callRequest, id: 1 })),
];

/** What a structured clone brings and JSON cannot say. */
const cloned: readonly unknown[] = [
  undefined,
  NaN,
  Infinity,
  -Infinity,
  new Uint8Array(8),
  new Map(),
];

function anyMessage(random: Sequence): unknown {
  return grown(random, [...messages, ...cloned]);
}

const now = Date.UTC(2026, 10, 22);

const guards = target("messages of pages", anyMessage, (value) => {
  if (isCallRequest(value)) {
    assert.ok(value.timeoutSeconds > 0 && value.timeoutSeconds <= 3600);
    assert.ok(value.params === undefined || typeof value.params === "string");
  }
  if (isPickRequest(value)) assert.ok(value.current.every((each) => typeof each === "string"));
  for (const is of [isResponseAction, isCallAction, isSnippetFormat]) {
    if (is(value)) assert.equal(typeof value, "string");
  }
  if (isChartQuery(value)) {
    const { span } = value;
    const { from, to } = shownRange(
      span,
      { recordPreserveHours: 720, pingRecordPreserveHours: 24 },
      now,
    );
    assert.ok(from < to && !Number.isNaN(from), `${from} to ${to}`);
    if (span.kind !== "live") windowOf(span, undefined, now);
  }
  if (isChartExport(value)) assert.ok(Number.isFinite(value.from));
  if (isChartLayout(value)) assert.ok(value.charts.every(({ id }) => typeof id === "string"));
  isPng(value);
  isResponse(value);
});

const channel = target(
  "the channel to a page",
  (random) => Array.from({ length: random.int(1, 4) }, () => anyMessage(random)),
  async (all) => {
    const incoming = new Emitter<unknown>();
    const posted: unknown[] = [];
    const taken = () => undefined;
    const answered = () => Promise.resolve(undefined);
    const ends = new WebviewChannel<CallApi>(
      {
        postMessage: (message) => Promise.resolve(posted.push(message) > 0),
        onDidReceiveMessage: incoming.event,
      },
      {
        api: callApi,
        handlers: {
          ready: taken,
          send: taken,
          cancel: taken,
          sendToServers: taken,
          responseAction: answered,
          copySnippet: answered,
          copyText: answered,
          saveRequest: answered,
          act: answered,
          pick: answered,
          reveal: answered,
        },
        failureText: () => "It failed.",
        logger: silentLogger,
      },
    );
    for (const message of all) incoming.fire(message);
    for (let turn = 0; turn < 8; turn++) await Promise.resolve();
    const requested = all.filter(
      (message) => isOutgoing(message) && message.id !== undefined,
    ).length;
    assert.equal(posted.length, requested, "a request is not answered");
    assert.ok(posted.every(isResponse));
    ends.dispose();
  },
);

const key = "k";
const spec = { params: { kind: "unknown" } } as const;
const keptCall = keepCall(key, spec, { ...firstState, draft: { ...firstState.draft, json: "{}" } });
const setup = setupOf({ key, kind: "nodes", metrics: ["cpu"], tasks: [{ id: 1, name: "Lan" }] });
const keptChart = keepChart(setup, firstPanel(setup));

const kept = target(
  "states that pages have kept",
  (random) => grown(random, [keptCall, keptChart]),
  (value) => {
    const call = restoreCall(value, key);
    assert.ok(call.lastId >= 0 && typeof call.draft.json === "string");
    const panel = restoreChart(value, setup);
    viewOf(panel);
    assert.ok(panel.history.length > 0 && panel.at >= 0 && panel.at < panel.history.length);
  },
);

const subject = { key: '[["https://a",["u1","u2"]],"Group"]' };

const subjects = target(
  "what charts are of",
  (random) => {
    const responses = resultsOf("common:getRecords", "common:getNodesLatestStatus");
    return { state: grown(random, [subject]), response: grown(random, responses) };
  },
  ({ state, response }) => {
    const found = subjectInState(state);
    if (found !== undefined) assert.deepEqual(parseSubject(subjectKey(found)), found);
    const call = { serverId: "https://a", method: "common:getRecords" };
    const charted = chartTarget(call, jsonOf(response));
    if (charted === undefined) return;
    const { subject: of, span } = charted;
    assert.notEqual(parseSubject(subjectKey(of)), undefined);
    if (span?.kind === "between") assert.ok(span.from < span.to);
  },
);

export const pageTargets = [guards, channel, kept, subjects];
