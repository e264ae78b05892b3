import { type Locator } from "playwright-core";
import {
  chartApi,
  type ChartApi,
  type ChartData,
  type ChartQuery,
  type ChartSetup,
} from "../../../src/shared/chartApi";
import { type OutgoingMessage } from "../../../src/shared/ipc";
import { eventually } from "../../e2e/harness/eventually";
import { chartSetup, nodeData } from "./chartData";
import { openPage, type PageOptions, type Tab, WebviewPage } from "./webviewPage";

export interface ChartPageOptions extends PageOptions {
  readonly setup?: ChartSetup;
  /** Undefined: the host does not respond. */
  readonly respond?: (query: ChartQuery) => ChartData | undefined;
}

/** The page of a panel of charts in a browser, and the host that it talks to. */
export class ChartPage extends WebviewPage<ChartApi> {
  constructor(
    tab: Tab,
    private readonly options: ChartPageOptions,
  ) {
    super(tab, chartApi, options.onRequest);
  }

  get setup(): ChartSetup {
    return this.options.setup ?? chartSetup();
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

  /** A line's button in the legend of a chart. */
  line(chart: string, name: string): Locator {
    return this.chart(chart).locator(".legend-button", { hasText: name });
  }

  /** All data are drawn, summaries included. */
  async settled(): Promise<void> {
    await this.page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const idle = () => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 }));
      await frame();
      await idle();
      await frame();
    });
  }

  async shown(): Promise<void> {
    await this.page.locator(".panel").waitFor();
    await eventually(() => this.lastQuery);
    await this.settled();
  }

  protected async respond({ method, params }: OutgoingMessage): Promise<void> {
    if (method === chartApi.ready.method) await this.notify("setup", this.setup);
    if (method !== chartApi.show.method) return;
    const data = (this.options.respond ?? nodeData)(params as ChartQuery);
    if (data !== undefined) await this.notify("data", data);
  }
}

export function openChartPage(options: ChartPageOptions = {}): Promise<ChartPage> {
  return openPage("chart", options, (tab) => new ChartPage(tab, options));
}
