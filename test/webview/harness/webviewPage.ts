import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { type Browser, type BrowserContext, type Locator, type Page } from "playwright-core";
import { webviewHtml } from "../../../src/platform/panels/webviewHtml";
import {
  type Api,
  type KeysOfKind,
  type OutgoingMessage,
  type ParamsOf,
} from "../../../src/shared/ipc";
import { launchBrowser } from "../../host/browser";
import { fromProject } from "../../host/paths";
import { patienceMs } from "../../runner/patience";
import { bundleOf } from "./bundle";
import { type PageTheme, pageThemes, type ThemeName } from "./themes";
import { vscodeStub } from "./vscodeStub";

export interface PageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** The results of requests to the host; throws what it fails with. */
  readonly onRequest?: (message: OutgoingMessage) => unknown;
  /** What VS Code has kept from before. */
  readonly kept?: unknown;
  readonly reducedMotion?: "reduce" | "no-preference";
}

/** A page of the browser, alone in a context of its own. */
export interface Tab {
  readonly page: Page;
  readonly context: BrowserContext;
}

const origin = "https://webview.test";

let running: Promise<Browser> | undefined;
const opened: WebviewPage<Api>[] = [];

/** Within a describe: after each test its pages are closed, and none has had an error. */
export function checkPages(): void {
  afterEach(async () => {
    const pages = opened.splice(0);
    await Promise.all(pages.map((page) => page.close()));
    assert.deepEqual(
      pages.flatMap(({ errors }) => errors),
      [],
    );
  });
  after(async () => {
    // A worker of mocha keeps it for the next file.
    if (process.env.MOCHA_WORKER_ID !== undefined) return;
    const browser = await running;
    running = undefined;
    await browser?.close();
  });
}

/** A page of ours in a browser, and the host that it talks to. */
export abstract class WebviewPage<A extends Api> {
  /** All that the page has said, oldest first. */
  readonly said: OutgoingMessage[] = [];
  /** Errors of any kind: exceptions, console errors, violations of the content policy. */
  readonly errors: string[] = [];

  readonly page: Page;

  constructor(
    private readonly tab: Tab,
    private readonly api: A,
    private readonly onRequest: PageOptions["onRequest"],
  ) {
    this.page = tab.page;
    opened.push(this);
  }

  async notify<Key extends KeysOfKind<A, "notification">>(
    key: Key,
    params: ParamsOf<A[Key]>,
  ): Promise<void> {
    await this.#post({ method: this.#methodOf(key), params });
  }

  /** Called by the page. */
  async receive(message: OutgoingMessage): Promise<void> {
    this.said.push(message);
    await this.respond(message);
    if (message.id !== undefined) await this.#settle(message, message.id);
  }

  /** What was said with this method, oldest first. */
  paramsOf<Key extends keyof A>(key: Key): readonly ParamsOf<A[Key]>[] {
    return this.said
      .filter(({ method }) => method === this.#methodOf(key))
      .map(({ params }) => params as ParamsOf<A[Key]>);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  /** @param whole the page from top to bottom; false: what is in the window, with what is open. */
  async screenshot(name: string, whole = true): Promise<void> {
    const path = fromProject("out/screenshots", `webview-${name}.png`);
    if (whole) await this.page.evaluate(() => window.scrollTo(0, 0));
    await this.page.screenshot({ path, fullPage: whole });
  }

  /** Beside the screenshots, to be looked at. */
  async keep(name: string, png: Uint8Array): Promise<void> {
    await fs.writeFile(fromProject("out/screenshots", `webview-${name}.png`), png);
  }

  async setTheme(theme: ThemeName): Promise<void> {
    await this.page.evaluate((next: PageTheme) => {
      document.body.className = next.bodyClasses.join(" ");
      document.documentElement.removeAttribute("style");
      for (const [key, value] of Object.entries(next.variables)) {
        document.documentElement.style.setProperty(`--vscode-${key}`, value);
      }
    }, pageThemes[theme] as PageTheme);
  }

  /** From now on time passes in the page by `pass` alone, its frames included: what is pressed has to be drawn before. */
  async stopTime(): Promise<void> {
    const now = Date.now();
    await this.page.clock.install({ time: now });
    // It goes on until then: an hour is later than any machine takes to get here.
    await this.page.clock.pauseAt(now + 3_600_000);
  }

  pass(ms: number): Promise<void> {
    return this.page.clock.runFor(ms);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.shown();
  }

  close(): Promise<void> {
    return this.tab.context.close();
  }

  /** Until the setup has arrived and something is on the screen. */
  abstract shown(): Promise<void>;

  /** Until what was changed is drawn. */
  abstract settled(): Promise<void>;

  /** What the host does automatically when it receives this message. */
  protected abstract respond(message: OutgoingMessage): Promise<void>;

  async #settle(message: OutgoingMessage, id: number): Promise<void> {
    try {
      const result = this.onRequest === undefined ? true : this.onRequest(message);
      await this.#post({ id, ok: true, result });
    } catch (error) {
      await this.#post({ id, ok: false, message: error instanceof Error ? error.message : "" });
    }
  }

  #methodOf(key: keyof A): string {
    const found = this.api[key];
    assert.ok(found);
    return found.method;
  }

  async #post(message: unknown): Promise<void> {
    await this.page.evaluate((each) => window.postMessage(each, "*"), message);
  }
}

/** @param name of the panel, as in `webview/<name>`. @param make the page that is asked for. */
export async function openPage<Made extends WebviewPage<Api>>(
  name: string,
  options: PageOptions,
  make: (tab: Tab) => Made,
): Promise<Made> {
  running ??= launchBrowser();
  const [browser, bundle] = await Promise.all([running, bundleOf(name)]);
  const context = await browser.newContext({
    viewport: { width: options.width ?? 900, height: options.height ?? 900 },
    reducedMotion: options.reducedMotion ?? "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
    timezoneId: "Europe/Berlin",
  });
  const theme: PageTheme = pageThemes[options.theme ?? "dark"];
  const [page] = await Promise.all([
    context.newPage(),
    // tsx wraps named functions in this helper; those that tests evaluate in the page need it there.
    context.addInitScript("globalThis.__name ??= (target) => target"),
    context.addInitScript(vscodeStub, { theme, kept: options.kept }),
  ]);
  page.setDefaultTimeout(patienceMs);
  const made = make({ page, context });
  page.on("pageerror", ({ message }) => made.errors.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") made.errors.push(message.text());
  });
  const [script, style] = [`/${name}.js`, `/${name}.css`];
  const html = webviewHtml({
    cspSource: origin,
    script: `${origin}${script}`,
    style: `${origin}${style}`,
    locale: "en",
    title: name,
    loading: "Loading…",
  });
  const bodies = new Map([
    ["/", { contentType: "text/html", body: html }],
    [script, { contentType: "text/javascript", body: bundle.script }],
    [style, { contentType: "text/css", body: bundle.style }],
  ]);
  await Promise.all([
    page.exposeFunction("hostReceives", (message: OutgoingMessage) => made.receive(message)),
    page.route("**/*", async (route) => {
      const found = bodies.get(new URL(route.request().url()).pathname);
      await (found === undefined ? route.fulfill({ status: 404 }) : route.fulfill(found));
    }),
  ]);
  await page.goto(`${origin}/`);
  await made.shown();
  return made;
}
