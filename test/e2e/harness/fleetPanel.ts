import { type Locator } from "playwright-core";
import { Panel } from "./panel";

/** A page of the fleet. */
export class FleetPanel extends Panel {
  /** The table or the map. */
  get grid(): Locator {
    return this.frame.getByRole("grid", { name: "Nodes" });
  }

  row(name: string): Locator {
    return this.frame.locator(".grid-box .row.node").filter({
      has: this.page.locator(`xpath=.//*[contains(@class, "name")][text()="${name}"]`),
    });
  }

  get filter(): Locator {
    return this.frame.getByRole("searchbox");
  }

  get foot(): Locator {
    return this.frame.locator(".foot");
  }

  /** The names of the nodes in sight, from top to bottom. */
  async names(): Promise<readonly string[]> {
    return this.frame.locator(".grid:not([hidden]) .row.node").evaluateAll((rows) =>
      rows
        .map((row) => ({
          top: row.getBoundingClientRect().top,
          name: row.querySelector(".name")?.textContent ?? "",
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ name }) => name),
    );
  }
}
