import { type Locator, type Page } from "playwright-core";
import { pressOnHover } from "./pressOnHover";
import { shownText } from "./shownText";

export interface TreeRow {
  readonly level: number;
  readonly label: string;
  readonly description: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly selected: boolean;
}

/** One tree view of the side bar, by the title of its pane. */
export class Tree {
  readonly root: Locator;

  constructor(
    private readonly page: Page,
    view: string,
  ) {
    const header = page.locator(".pane-header", { hasText: view });
    this.root = page.locator(".split-view-view .pane", { has: header });
  }

  /** A row whose label contains the text. */
  row(label: string): Locator {
    return this.root.locator('[role="treeitem"]', {
      has: this.page.locator(".label-name", { hasText: label }),
    });
  }

  /** The rows on the screen, from top to bottom. */
  async rows(): Promise<TreeRow[]> {
    const rows = await this.root.locator('[role="treeitem"]').evaluateAll((elements) =>
      elements.map((row) => {
        const text = (selector: string): string => row.querySelector(selector)?.textContent ?? "";
        return {
          top: row.getBoundingClientRect().top,
          level: Number(row.getAttribute("aria-level")),
          label: text(".label-name"),
          description: text(".label-description"),
          spoken: row.getAttribute("aria-label") ?? "",
          selected: row.getAttribute("aria-selected") === "true",
        };
      }),
    );
    rows.sort((a, b) => a.top - b.top);
    return rows;
  }

  /** The codicons of the rows on the screen, from top to bottom. */
  async icons(): Promise<string[]> {
    const icons = await this.root.locator(".custom-view-tree-node-item-icon").evaluateAll((all) =>
      all.map((icon) => ({
        top: icon.getBoundingClientRect().top,
        name: /codicon-([\w-]+)/.exec(icon.getAttribute("class") ?? "")?.[1] ?? "",
      })),
    );
    return icons.sort((a, b) => a.top - b.top).map(({ name }) => name);
  }

  async toggle(label: string): Promise<void> {
    await this.row(label).first().locator(".monaco-tl-twistie").click();
  }

  /** Presses an icon that a row shows while the pointer is on it. */
  pressInline(label: string, button: string): Promise<void> {
    const row = this.row(label).first();
    return pressOnHover(row, row.locator(`.actions .action-label[aria-label^="${button}"]`));
  }

  /** Messages and welcome texts: what the view shows in place of rows, or above them. */
  async text(): Promise<string> {
    return shownText(this.root.locator(".pane-body"));
  }
}
