import { type Locator } from "playwright-core";
import { type OutgoingMessage } from "../../../src/shared/ipc";
import {
  type FleetApi,
  fleetApi,
  type FleetSetup,
  type FleetUpdate,
} from "../../../src/shared/fleet/fleetApi";
import { fleetSetup, fleetUpdate } from "./fleetData";
import { openPage, type PageOptions, type Tab, WebviewPage } from "./webviewPage";

export interface FleetPageOptions extends PageOptions {
  readonly setup?: FleetSetup;
  /** How many nodes there are, unless `update` says it. */
  readonly nodes?: number;
  readonly update?: FleetUpdate;
}

/** The page of a fleet in a browser, and the host that it talks to. */
export class FleetPage extends WebviewPage<FleetApi> {
  constructor(
    tab: Tab,
    private readonly options: FleetPageOptions,
  ) {
    super(tab, fleetApi, options.onRequest);
  }

  /** The table or the map. */
  get grid(): Locator {
    return this.page.getByRole("grid", { name: "Nodes" });
  }

  row(name: string): Locator {
    return this.page.locator(".grid-box .row.node", { hasText: name });
  }

  /** The names of the nodes in sight, from top to bottom. */
  async names(): Promise<readonly string[]> {
    return this.page.locator(".grid:not([hidden]) .row.node").evaluateAll((rows) =>
      rows
        .map((row) => ({
          top: row.getBoundingClientRect().top,
          name: row.querySelector(".name")?.textContent ?? "",
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ name }) => name),
    );
  }

  async settled(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  async shown(): Promise<void> {
    await this.page.locator(".fleet").waitFor();
    await this.settled();
  }

  protected async respond({ method }: OutgoingMessage): Promise<void> {
    if (method !== fleetApi.ready.method) return;
    const { setup = fleetSetup(), nodes = 40, update = fleetUpdate(nodes) } = this.options;
    await this.notify("setup", setup);
    await this.notify("update", update);
  }
}

export function openFleetPage(options: FleetPageOptions = {}): Promise<FleetPage> {
  return openPage("fleet", options, (tab) => new FleetPage(tab, options));
}
