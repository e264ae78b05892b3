import * as l10n from "@vscode/l10n";
import {
  type Api,
  type CommandType,
  type KeysOfKind,
  type NotificationType,
  type ParamsOf,
} from "../../src/shared/ipc";
import { type Channel, openChannel, type VsCodeApi } from "./ipc";

/** What the setup of every page has. */
export interface PageSetup {
  /** The translations, in the form that @vscode/l10n takes; undefined: English. */
  readonly translations: Readonly<Record<string, string>> | undefined;
}

/** What the api of every page has. */
export type PageApi<Setup> = Api & {
  readonly ready: CommandType<undefined>;
  readonly setup: NotificationType<Setup>;
};

/** Where a page lives. */
export interface PagePlace<A extends Api> {
  readonly root: HTMLElement;
  readonly host: Channel<A>;
  /** The state that was saved before the page was unloaded. */
  readonly saved: unknown;
  readonly save: (state: unknown) => void;
}

/** One for each notification but the setup. */
type PageHandlers<A extends Api, Page> = {
  readonly [Key in Exclude<KeysOfKind<A, "notification">, "setup">]: (
    page: Page,
    params: ParamsOf<A[Key]>,
  ) => unknown;
};

declare function acquireVsCodeApi(): VsCodeApi;

/**
 * Starts the page of a panel. It is created with the first setup and updated with each further one;
 * notifications that come before the first are ignored.
 */
export function startPage<
  A extends PageApi<Setup>,
  Setup extends PageSetup,
  Page extends { update(setup: Setup): void },
>(
  api: A,
  create: (place: PagePlace<A>, setup: Setup) => Page,
  handlers: PageHandlers<A, Page>,
): void {
  const vscode = acquireVsCodeApi();
  let page: Page | undefined;
  const setup = (changed: Setup) => {
    l10n.config({ contents: changed.translations ?? {} });
    if (page !== undefined) page.update(changed);
    else page = create({ root: document.body, host, saved: vscode.getState(), save }, changed);
  };
  const save = (state: unknown) => vscode.setState(state);
  const ofPage = Object.entries<(page: Page, params: never) => unknown>(handlers).map(
    ([key, handle]) => [key, (params: never) => page && handle(page, params)] as const,
  );
  const host = openChannel(
    api,
    { ...Object.fromEntries(ofPage), setup },
    (message) => vscode.postMessage(message),
    (onMessage) => window.addEventListener("message", ({ data }: MessageEvent) => onMessage(data)),
  );
  vscode.postMessage({ method: api.ready.method });
}
