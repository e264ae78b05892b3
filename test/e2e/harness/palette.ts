import { type Page } from "playwright-core";
import { QuickInput } from "./quickInput";

const stepMs = 3000;
const mostTries = 4;

async function tryOnce(page: Page, command: string): Promise<void> {
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
  await repeated(page, () => tryOnce(page, command));
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
  await repeated(page, async () => {
    await tryOnce(page, command);
    await answer(new QuickInput(page, stepMs));
  });
}

async function repeated(page: Page, attempt: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (tries === mostTries) throw error;
      await page.keyboard.press("Escape");
    }
  }
}
