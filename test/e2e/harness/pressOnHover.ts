import { type Locator } from "playwright-core";
import { eventually } from "./eventually";

/**
 * Presses a button that VS Code shows only while the pointer is on its row or title. A row that is drawn
 * again under the pointer hides it until the pointer comes again.
 */
export function pressOnHover(target: Locator, button: Locator): Promise<void> {
  return eventually(async () => {
    // The tooltip of a row on which the pointer happens to rest may cover the target.
    await target.page().mouse.move(0, 0);
    await target.hover({ timeout: 2_000 });
    await button.click({ timeout: 2_000 });
  });
}
