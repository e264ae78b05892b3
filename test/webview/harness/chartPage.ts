import fs from "node:fs/promises";
import { type Browser, type BrowserContext, type Locator, type Page } from "playwright-core";
import {
  chartApi,
  type ChartApi,
  type ChartData,
  type ChartQuery,
  type ChartSetup,
} from "../../../src/shared/chartApi";
import { type KeysOfKind, type OutgoingMessage, type ParamsOf } from "../../../src/shared/ipc";
import { eventually } from "../../e2e/harness/eventually";
import { launchBrowser } from "../../host/browser";
import { fromProject } from "../../host/paths";
import { webviewHtml } from "../../../src/platform/webviewHtml";
import { chartBundle } from "./bundle";
import { chartSetup, nodeData } from "./chartData";
import { type PageTheme, pageThemes, type ThemeName } from "./themes";
import { vscodeStub } from "./vscodeStub";

export interface ChartPageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly setup?: ChartSetup;
  /** Undefined: the host does not answer. */
  readonly answer?: (query: ChartQuery) => ChartData | undefined;
  /** What the host answers to exports and pictures; throws what it fails with. */
  readonly onRequest?: (message: OutgoingMessage) => boolean;
  /** What VS Code has kept from before. */
  readonly kept?: unknown;
  readonly reducedMotion?: "reduce" | "no-preference";
}

const origin = "https://webview.test";
const html = webviewHtml({
  cspSource: origin,
  ...{ script: `${origin}/chart.js`, style: `${origin}/chart.css` },
  ...{ locale: "en", title: "Charts", loading: "Loading…" },
});

let running: Promise<Browser> | undefined;

export async function closeBrowser(): Promise<void> {
  const browser = await running;
  running = undefined;
  await browser?.close();
}

/** The page of a panel of charts in a browser, and the host that it talks to. */
export class ChartPage {
  /** All that the page has said, oldest first. */
  readonly said: OutgoingMessage[] = [];
  /** Errors of any kind: exceptions, console errors, violations of the content policy. */
  readonly errors: string[] = [];

  constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly options: ChartPageOptions,
  ) {}

  get setup(): ChartSetup {
    return this.options.setup ?? chartSetup();
  }

  async tell<Key extends KeysOfKind<ChartApi, "notification">>(
    key: Key,
    params: ParamsOf<ChartApi[Key]>,
  ): Promise<void> {
    await this.post({ method: chartApi[key].method, params });
  }

  /** Called by the page. */
  async hear(message: OutgoingMessage): Promise<void> {
    this.said.push(message);
    if (message.method === chartApi.ready.method) await this.tell("setup", this.setup);
    if (message.method === chartApi.show.method) await this.#answer(message.params as ChartQuery);
    if (message.id !== undefined) await this.#settle(message, message.id);
  }

  /** What was said with this method, oldest first. */
  paramsOf<Key extends keyof ChartApi>(key: Key): readonly ParamsOf<ChartApi[Key]>[] {
    return this.said
      .filter(({ method }) => method === chartApi[key].method)
      .map(({ params }) => params as ParamsOf<ChartApi[Key]>);
  }

  get lastQuery(): ChartQuery {
    const query = this.paramsOf("show").at(-1);
    if (query === undefined) throw new Error("the page has not asked for anything yet");
    return query;
  }

  /** The section of a chart, by its name. */
  chart(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  plot(name: string): Locator {
    return this.page.getByRole("application", { name, exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  /** A line's button in the legend of a chart. */
  line(chart: string, name: string): Locator {
    return this.chart(chart).locator(".legend-button", { hasText: name });
  }

  /** All is drawn that was answered, summaries included. */
  async settled(): Promise<void> {
    await this.page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
      await frame();
      await idle();
      await frame();
    });
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

  async reload(): Promise<void> {
    await this.page.reload();
    await this.shown();
  }

  /** Until the setup has arrived and something is on the screen. */
  async shown(): Promise<void> {
    await this.page.locator(".panel").waitFor();
    await eventually(() => this.lastQuery);
    await this.settled();
  }

  close(): Promise<void> {
    return this.context.close();
  }

  async #answer(query: ChartQuery): Promise<void> {
    const data = (this.options.answer ?? nodeData)(query);
    if (data !== undefined) await this.tell("data", data);
  }

  async #settle(message: OutgoingMessage, id: number): Promise<void> {
    try {
      const result = this.options.onRequest?.(message) ?? true;
      await this.post({ id, ok: true, result });
    } catch (error) {
      await this.post({ id, ok: false, message: error instanceof Error ? error.message : "" });
    }
  }

  private async post(message: unknown): Promise<void> {
    await this.page.evaluate((each) => window.postMessage(each, "*"), message);
  }
}

export async function openChartPage(options: ChartPageOptions = {}): Promise<ChartPage> {
  running ??= launchBrowser();
  const [browser, bundle] = await Promise.all([running, chartBundle()]);
  const context = await browser.newContext({
    viewport: { width: options.width ?? 900, height: options.height ?? 900 },
    reducedMotion: options.reducedMotion ?? "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
    timezoneId: "Europe/Berlin",
  });
  // tsx wraps named functions in this helper; those that tests evaluate in the page need it there.
  await context.addInitScript("globalThis.__name ??= (target) => target");
  const theme: PageTheme = pageThemes[options.theme ?? "dark"];
  await context.addInitScript(vscodeStub, { theme, kept: options.kept });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  const chartPage = new ChartPage(page, context, options);
  page.on("pageerror", ({ message }) => chartPage.errors.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") chartPage.errors.push(message.text());
  });
  await page.exposeFunction("hostHears", (message: OutgoingMessage) => chartPage.hear(message));
  const bodies = new Map([
    ["/", { contentType: "text/html", body: html }],
    ["/chart.js", { contentType: "text/javascript", body: bundle.script }],
    ["/chart.css", { contentType: "text/css", body: bundle.style }],
  ]);
  await page.route("**/*", async (route) => {
    const found = bodies.get(new URL(route.request().url()).pathname);
    await (found === undefined ? route.fulfill({ status: 404 }) : route.fulfill(found));
  });
  await page.goto(`${origin}/`);
  await chartPage.shown();
  return chartPage;
}
