import path from "node:path";
import { type BrowserContextOptions, type Page } from "playwright-core";
import { launchBrowser } from "./browser";
import { type LauncherFlags } from "./launcherFlags";
import { type Server } from "./server";
import { workbenchUrl } from "./workbenchUrl";

export interface TestPage {
  readonly page: Page;
  /** The exit code that the tests ask for; in test mode VS Code reports it to its automation driver. */
  readonly finished: Promise<number>;
  /** Errors of the workbench itself, for the report when a run goes wrong. */
  errors(): string[];
  close(): Promise<void>;
}

const contextOptions: BrowserContextOptions = {
  viewport: { width: 1400, height: 900 },
  reducedMotion: "reduce",
  permissions: ["clipboard-read", "clipboard-write"],
};

/** Opens a window of VS Code in test mode, which runs the tests named by the flags. */
export async function openTestPage(server: Server, flags: LauncherFlags): Promise<TestPage> {
  const browser = await launchBrowser();
  const page = await (await browser.newContext(contextOptions)).newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  const { promise: finished, resolve } = deferred<number>();
  page.on("crash", () => resolve(125));
  await page.exposeFunction("codeAutomationLog", () => undefined);
  await page.exposeFunction("codeAutomationExit", (code: number) => resolve(code));
  const target = { ...flags, extensionTestsPath: path.join(__dirname, "runner.cjs") };
  await page.goto(workbenchUrl(server, target), { waitUntil: "commit" });
  return { page, finished, errors: () => errors, close: () => browser.close() };
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}
