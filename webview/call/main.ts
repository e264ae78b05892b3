import * as l10n from "@vscode/l10n";
import { type CallApi, callApi, type CallSetup } from "../../src/shared/call/callApi";
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
    const save = (saved: unknown) => vscode.setState(saved);
    panel = new CallPanel({ root, host, save }, setup, vscode.getState());
  };
  const host = openChannel<CallApi>(
    callApi,
    {
      setup: setUp,
      fill: (params) => panel?.fill(params),
      sent: ({ id }) => panel?.markSent(id),
      progress: ({ id, bytes }) => panel?.setProgress(id, bytes),
      answer: (answer) => panel?.showAnswer(answer),
      multiServerResults: ({ id, rows }) => panel?.showRows(id, rows),
    },
    (message) => vscode.postMessage(message),
    (onMessage) => window.addEventListener("message", ({ data }: MessageEvent) => onMessage(data)),
  );
  host.send("ready");
}

start(acquireVsCodeApi(), document.body);
