import { type Locator, type Page } from "playwright-core";
import { shownText } from "./shownText";

/** A notification in the corner; its buttons are `.monaco-button`. */
export function toast(page: Page, text?: string): Locator {
  const toasts = page.locator(".notifications-toasts .notification-list-item");
  return text === undefined ? toasts : toasts.filter({ hasText: text });
}

export async function pressInToast(page: Page, text: string, button: string): Promise<void> {
  const found = toast(page, text).first();
  await found.hover();
  await found.locator(".monaco-button", { hasText: button }).click();
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
