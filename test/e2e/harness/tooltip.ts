import { type Locator, type Page } from "playwright-core";

const attempts = 10;

/** Tooltips appear slowly, which pictures would show. */
async function fadedIn(hover: Locator): Promise<void> {
  await hover
    .locator(".monaco-hover")
    .first()
    .evaluate((element) => Promise.all(element.getAnimations().map((each) => each.finished)));
}

/** Rests the pointer on something and waits for its tooltip. */
export async function showTooltip(page: Page, target: Locator): Promise<Locator> {
  const hover = page.locator(".workbench-hover-container:visible");
  // The tooltip of whatever the pointer has been on so far goes first.
  await page.mouse.move(1, 1);
  await hover.waitFor({ state: "hidden" });
  for (let attempt = 1; ; attempt++) {
    // A row that is drawn anew under the pointer loses its tooltip until the pointer comes again.
    await page.mouse.move(1, 1);
    await target.hover();
    try {
      // Tooltips that are made when asked for begin with this word.
      await hover.filter({ hasNotText: /^Loading\.\.\.$/ }).waitFor({ timeout: 1500 });
      await fadedIn(hover);
      return hover;
    } catch (error) {
      if (attempt === attempts) throw error;
    }
  }
}
