import * as l10n from "@vscode/l10n";
import { type CallApi, callApi, type CallSetup } from "../../src/shared/callApi";
import { openChannel, type VsCodeApi } from "../lib/ipc";
import { CallPanel } from "./ui/callPanel";
import "./call.css";

declare function acquireVsCodeApi(): VsCodeApi;

function start(vscode: VsCodeApi, root: HTMLElement): void {
  let panel: CallPanel | undefined;
  const setUp = (setup: CallSetup) => {
    l10n.config({ contents: setup.translations ?? {} });
    if (panel !== undefined) {
      panel.update(setup);
      return;
    }
    const save = (kept: unknown) => vscode.setState(kept);
    panel = new CallPanel({ root, host, save }, setup, vscode.getState());
  };
  const host = openChannel<CallApi>(
    callApi,
    {
      setup: setUp,
      fill: (filled) => panel?.fill(filled),
      sent: ({ id }) => panel?.sent(id),
      progress: ({ id, bytes }) => panel?.advance(id, bytes),
      answer: (answer) => panel?.take(answer),
      multiServerResults: ({ id, rows }) => panel?.takeRows(id, rows),
    },
    (message) => vscode.postMessage(message),
    (onMessage) => window.addEventListener("message", ({ data }: MessageEvent) => onMessage(data)),
  );
  host.send("ready");
}

start(acquireVsCodeApi(), document.body);
