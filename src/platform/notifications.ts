import { ProgressLocation, window } from "vscode";
import { plainText } from "./plainText";

/** A button of a message. */
export interface Action {
  readonly title: string;
  run(): unknown;
}

/** Messages outside of any view. None is awaited by its caller: people may leave them open. */
export interface Notifications {
  info(message: string, ...actions: readonly Action[]): void;
  warn(message: string, ...actions: readonly Action[]): void;
  error(message: string, ...actions: readonly Action[]): void;
  /** A modal question; false when dismissed. */
  confirm(question: string, detail: string, yes: string): Promise<boolean>;
  /** Shows a cancel button while `task` runs; cancelling aborts its signal. */
  progress<T>(title: string, task: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

type Show = (message: string, ...titles: string[]) => Thenable<string | undefined>;

function show(open: Show, onError: (error: unknown) => void) {
  return (message: string, ...actions: readonly Action[]): void => {
    const response = async () => {
      const title = await open(plainText(message), ...actions.map((action) => action.title));
      await actions.find((action) => action.title === title)?.run();
    };
    response().catch(onError);
  };
}

/** @param onError what to do when an action of a message fails. */
export function createNotifications(onError: (error: unknown) => void): Notifications {
  return {
    info: show((...args) => window.showInformationMessage(...args), onError),
    warn: show((...args) => window.showWarningMessage(...args), onError),
    error: show((...args) => window.showErrorMessage(...args), onError),
    confirm: async (question, detail, yes) =>
      (await window.showWarningMessage(plainText(question), { modal: true, detail }, yes)) === yes,
    progress: async (title, task) => {
      const options = {
        location: ProgressLocation.Notification,
        title: plainText(title),
        cancellable: true,
      };
      return window.withProgress(options, (_progress, token) => {
        const controller = new AbortController();
        token.onCancellationRequested(() => controller.abort());
        return task(controller.signal);
      });
    },
  };
}
