import { type FrameLocator, type Page } from "playwright-core";

/** The document of a webview panel, within its two frames; with `place` one of several side by side, from the left. */
export function panelFrame(page: Page, place = 0): FrameLocator {
  return page
    .locator("iframe.webview.ready")
    .nth(place)
    .contentFrame()
    .locator("iframe#active-frame")
    .contentFrame();
}
