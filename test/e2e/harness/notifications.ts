import { type Locator, type Page } from "playwright-core";
import { shownText } from "./shownText";

/** A notification in the corner. */
export function toast(page: Page, text?: string): Locator {
  const toasts = page.locator(".notifications-toasts .notification-list-item");
  return text === undefined ? toasts : toasts.filter({ hasText: text });
}

/** The modal dialog, of which there is at most one. */
export class Dialog {
  readonly root: Locator;

  constructor(page: Page) {
    this.root = page.locator(".monaco-dialog-box");
  }

  async text(): Promise<string> {
    return shownText(this.root.locator(".dialog-message-container"));
  }

  async press(button: string): Promise<void> {
    await this.root.locator(".dialog-buttons .monaco-button", { hasText: button }).click();
    await this.root.waitFor({ state: "hidden" });
  }
}
