import { type PageTheme } from "./themes";

declare global {
  interface Window {
    hostReceives(message: unknown): Promise<void>;
    acquireVsCodeApi(): {
      postMessage(message: unknown): void;
      getState(): unknown;
      setState(state: unknown): void;
    };
  }
}

/** Runs in the page, before all else: what VS Code provides there. The state outlives a reload. */
export function vscodeStub(options: { readonly theme: PageTheme; readonly kept: unknown }): void {
  const place = "vscode-state";
  if (options.kept !== undefined && sessionStorage.getItem(place) === null) {
    sessionStorage.setItem(place, JSON.stringify(options.kept));
  }
  /** Bytes get through to Node as a list only. */
  const plain = (message: object): object =>
    "params" in message && message.params instanceof Uint8Array
      ? { ...message, params: [...message.params] }
      : message;
  window.acquireVsCodeApi = () => {
    document.body.className = options.theme.bodyClasses.join(" ");
    for (const [key, value] of Object.entries(options.theme.variables)) {
      document.documentElement.style.setProperty(`--vscode-${key}`, value);
    }
    return {
      postMessage: (message) => {
        if (typeof message === "object" && message !== null)
          void window.hostReceives(plain(message));
      },
      getState: () => {
        const kept = sessionStorage.getItem(place);
        return kept === null ? undefined : (JSON.parse(kept) as unknown);
      },
      setState: (state) => sessionStorage.setItem(place, JSON.stringify(state)),
    };
  };
}
