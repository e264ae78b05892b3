import { type Locator, type Page } from "playwright-core";

/** Each waits longer than the one before: a busy machine takes its time. */
const attempts = 8;

/** Takes the pointer off whatever it is on, until the tooltip of that is gone. */
async function leave(page: Page, hover: Locator): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    // A tooltip that appears just as the pointer leaves stays until the pointer moves again.
    await page.mouse.move(1, attempt % 2 === 0 ? 1 : 4);
    try {
      await hover.waitFor({ state: "hidden", timeout: 1000 * attempt });
      return;
    } catch (error) {
      if (attempt === attempts) throw error;
    }
  }
}

/** Rests the pointer on something and waits for its tooltip. */
export async function showTooltip(page: Page, target: Locator): Promise<Locator> {
  const hover = page.locator(".workbench-hover-container:visible");
  for (let attempt = 1; ; attempt++) {
    await leave(page, hover);
    await target.hover();
    try {
      // Tooltips that are made when asked for begin with this word.
      await hover.filter({ hasNotText: /^Loading\.\.\.$/ }).waitFor({ timeout: 2000 * attempt });
      return hover;
    } catch (error) {
      // A row that is drawn anew under the pointer loses its tooltip until the pointer comes again.
      if (attempt === attempts) throw error;
    }
  }
}
