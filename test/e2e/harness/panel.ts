import { type FrameLocator, type Locator, type Page } from "playwright-core";
import { type Workbench } from "./workbench";

/** A webview panel: its tab, and its document within the two frames of a webview. */
export class Panel {
  readonly frame: FrameLocator;
  protected readonly page: Page;

  /** The panel in front; with `place` one of several side by side, from the left. */
  constructor(
    readonly workbench: Workbench,
    place = 0,
  ) {
    this.page = workbench.page;
    this.frame = this.page
      .locator("iframe.webview.ready")
      .nth(place)
      .contentFrame()
      .locator("iframe#active-frame")
      .contentFrame();
  }

  /** The editor's tab, by a part of its title. */
  tab(title: string): Locator {
    return this.page.locator(".tabs-container .tab", { hasText: title });
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole("button", { name, exact: typeof name === "string" });
  }
}
