import { type Page } from "playwright-core";
import { QuickInput } from "./quickInput";

/** So long each step of an attempt may take: keys get lost, so the first is short; a busy machine gets longer ones. */
const stepLimitsMs = [3000, 6000, 12_000, 24_000];

async function tryOnce(page: Page, command: string, stepMs: number): Promise<void> {
  const box = new QuickInput(page, stepMs);
  // F1 is lost while an earlier box is still closing.
  await box.waitUntilClosed();
  await page.keyboard.press("F1");
  await box.waitUntilOpen();
  await box.fill(`>${command}`);
  await box.waitForFocused(command);
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
  await repeated(page, (stepMs) => tryOnce(page, command, stepMs));
}

/**
 * Runs a command and answers the box that it opens. VS Code may give a webview its focus back only
 * after that box took it, which closes the box; then all of it is done again.
 */
export async function answerFromPalette(
  page: Page,
  command: string,
  answer: (box: QuickInput) => Promise<void>,
): Promise<void> {
  await repeated(page, async (stepMs) => {
    await tryOnce(page, command, stepMs);
    await answer(new QuickInput(page, stepMs));
  });
}

async function repeated(page: Page, attempt: (stepMs: number) => Promise<void>): Promise<void> {
  for (const [index, stepMs] of stepLimitsMs.entries()) {
    try {
      await attempt(stepMs);
      return;
    } catch (error) {
      if (index === stepLimitsMs.length - 1) throw error;
      await page.keyboard.press("Escape");
    }
  }
}
