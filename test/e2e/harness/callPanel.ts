import { type FrameLocator, type Locator } from "playwright-core";
import { panelFrame } from "./panelFrame";
import { type Workbench } from "./workbench";

/** A panel that calls a method: the document within the two frames of a webview. */
export class CallPanel {
  readonly frame: FrameLocator;

  constructor(readonly workbench: Workbench) {
    this.frame = panelFrame(workbench.page);
  }

  /** The editor's tab, by a part of its title. */
  tab(title: string): Locator {
    return this.workbench.page.locator(".tabs-container .tab", { hasText: title });
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole("button", { name, exact: typeof name === "string" });
  }

  /** The control of a parameter, by the beginning of its label. */
  field(name: string): Locator {
    return this.frame.getByRole("textbox", { name: new RegExp(`^${name}\\b`) });
  }
}
