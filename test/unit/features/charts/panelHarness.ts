import assert from "node:assert/strict";
import { defaultLayout, SharedLayout } from "../../../../src/features/charts/chartLayout";
import { ChartPanel, type ChartPanelContext } from "../../../../src/features/charts/chartPanel";
import { type FileContent } from "../../../../src/platform/disk";
import { type ExportTools } from "../../../../src/features/charts/chartExports";
import { subjectOf } from "../../../../src/features/common/chartSubject";
import { type NodeRef } from "../../../../src/features/common/nodeRef";
import { Regions } from "../../../../src/features/nodes/arrange/regions";
import { HistoryStore } from "../../../../src/fleet/history/historyStore";
import { type ChartThresholds } from "../../../../src/settings/thresholds";
import { type ChartLayout, type ChartSetup } from "../../../../src/shared/chartApi";
import { createFormat } from "../../../../src/shared/format";
import { Emitter } from "../../../../src/util/emitter";
import { silentLogger } from "../../../../src/util/logger";
import { createChartHarness, home } from "../../../builders/chartHarness";
import { settle } from "../../../builders/settle";

interface Posted {
  readonly method?: string;
  readonly params?: unknown;
  readonly id?: number;
  readonly ok?: boolean;
  readonly result?: unknown;
}

/** A panel of a node, and all that it says to its page and to VS Code. */
export function createPanelHarness(...others: readonly NodeRef[]) {
  const { fleet, clock, connect, advance, server, spec } = createChartHarness();
  const messages = new Emitter<unknown>();
  const visibility = new Emitter<boolean>();
  const none: ChartThresholds = { lines: {}, loadPerCore: undefined };
  const thresholds = { value: none, changed: new Emitter<ChartThresholds>() };
  const posted: Posted[] = [];
  const titles: string[] = [];
  const acted: unknown[] = [];
  const copied: string[] = [];
  const saved: { readonly name: string; readonly content: FileContent }[] = [];
  const frame = {
    visible: true,
    onDidChangeVisibility: visibility.event,
    port: {
      postMessage: (message: unknown) => {
        posted.push(message as Posted);
        return Promise.resolve(true);
      },
      onDidReceiveMessage: messages.event,
    },
    setTitle: (title: string) => void titles.push(title),
  };
  let stored: ChartLayout = defaultLayout;
  let layoutError: Error | undefined;
  const layout = new SharedLayout({
    get: () => stored,
    set: (value) => {
      stored = value;
      return layoutError === undefined ? Promise.resolve() : Promise.reject(layoutError);
    },
  });
  const exports: ExportTools = {
    save: (_title, name, _filters, content) => {
      saved.push({ name, content });
      return Promise.resolve(undefined);
    },
    copy: (text) => Promise.resolve(void copied.push(text)),
    saved: () => assert.fail("nothing was saved"),
    copied: () => undefined,
  };
  const subject = subjectOf("", [{ serverId: home, uuid: "a" }, ...others]);
  assert.ok(subject);
  const context: ChartPanelContext = {
    fleet,
    clock,
    layout,
    exports,
    history: new HistoryStore(),
    logger: silentLogger,
    translations: { Load: "Last" },
    locale: "de",
    random: () => 0.5,
    format: createFormat("en"),
    thresholds: {
      get value() {
        return thresholds.value;
      },
      onDidChange: thresholds.changed.event,
    },
    openNode: (node) => void acted.push(node),
    head: {
      regions: new Regions("en"),
      favorites: { favorites: new Set(), onDidChange: new Emitter<undefined>().event },
      siblingsOf: () => ["a", "b"],
    },
    actOnNode: (...args) => Promise.resolve(void acted.push(args)),
    showInstead: (...args) => void acted.push(args),
    act: (...args) => Promise.resolve(void acted.push(args)),
  };
  const panel = new ChartPanel(subject, frame, context, true);
  /** The same tab with node b. */
  const switchOver = () => {
    const other = subjectOf("", [{ serverId: home, uuid: "b" }]);
    assert.ok(other);
    panel.dispose();
    return new ChartPanel(other, frame, context, true);
  };
  const say = async (method: string, params?: unknown, id?: number) => {
    messages.fire({ method, params, ...(id !== undefined && { id }) });
    await settle();
  };
  const take = (method: string) => posted.splice(0).filter((each) => each.method === method);
  const setups = () => take("setup").map(({ params }) => params as ChartSetup);
  const see = async (visible: boolean) => {
    frame.visible = visible;
    visibility.fire(visible);
    await settle();
  };
  const open = async () => {
    await connect();
    await say("ready");
  };
  const query = { id: 1, span: { kind: "last", hours: 1 } };
  return {
    switchOver,
    panel,
    subject,
    fleet,
    server,
    spec,
    connect,
    advance,
    open,
    say,
    see,
    query,
    layout,
    failLayout: (error: Error) => (layoutError = error),
    posted,
    take,
    setups,
    titles,
    acted,
    copied,
    saved,
    thresholds,
  };
}
