import { type Page } from "playwright-core";
import { QuickInput } from "./quickInput";

const stepMs = 3000;

async function tryOnce(page: Page, command: string): Promise<void> {
  const box = new QuickInput(page);
  // F1 is lost while an earlier box is still closing.
  await box.root.waitFor({ state: "hidden", timeout: stepMs });
  await page.keyboard.press("F1");
  await box.input.waitFor({ timeout: stepMs });
  await box.input.fill(`>${command}`, { timeout: stepMs });
  const focused = box.root.locator(".monaco-list-row.focused", { hasText: command });
  await focused.waitFor({ timeout: stepMs });
  await page.keyboard.press("Enter");
  // The command has begun when the palette is gone, or another box has taken its place.
  await page.waitForFunction(
    (typed) => {
      const widget = document.querySelector<HTMLElement>(".quick-input-widget");
      return !widget?.offsetParent || widget.querySelector("input")?.value !== typed;
    },
    `>${command}`,
    { timeout: stepMs },
  );
}

/** Runs a command by its title from the command palette, as a user with a keyboard does. */
export async function runFromPalette(page: Page, command: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await tryOnce(page, command);
      return;
    } catch (error) {
      if (attempt === 4) throw error;
      await page.keyboard.press("Escape");
    }
  }
}
