import assert from "node:assert/strict";
import { type Locator } from "playwright-core";
import { Panel } from "./panel";

/** A panel of charts. */
export class ChartPanel extends Panel {
  /** The titles of all editor tabs, from the left. */
  async tabs(): Promise<string[]> {
    const tabs = this.page.locator(".tabs-container .tab .label-name");
    return (await tabs.allInnerTexts()).map((title) => title.trim());
  }

  /** The section of a chart, by its name. */
  chart(name: string): Locator {
    return this.frame.getByRole("region", { name, exact: true });
  }

  /** What takes the focus, pointers and keys of a chart. */
  plot(name: string): Locator {
    return this.frame.getByRole("application", { name, exact: true });
  }

  /** A line's button in the legend of a chart. */
  line(chart: string, name: string): Locator {
    return this.chart(chart).locator(".legend-button", { hasText: name });
  }

  /** A node in the legend of several, which opens it. */
  node(name: string): Locator {
    return this.frame.locator(".nodes-table").getByRole("button", { name, exact: true });
  }

  /** Sentences above the charts. */
  get notices(): Locator {
    return this.frame.locator(".notices");
  }

  /** The sentence in place of the charts. */
  get nothing(): Locator {
    return this.frame.locator(".nothing");
  }

  /** The stretch of time that is shown, in words. */
  get range(): Locator {
    return this.frame.locator(".time-row .range");
  }

  /** The time at the cursor; nothing without one. */
  get cursorTime(): Locator {
    return this.frame.locator(".cursor-time");
  }

  async export(entry: string): Promise<void> {
    await this.frame.getByRole("button", { name: "Export" }).first().click();
    await this.button(entry).click();
  }

  /** Drags over a part of a chart, from and to shares of its width. */
  async drag(chart: string, from: number, to: number): Promise<void> {
    const box = await this.plot(chart).locator(".u-over").boundingBox();
    assert(box !== null);
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width * from, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * to, y, { steps: 8 });
    await this.page.mouse.up();
  }
}
