import { type Locator, type Page } from "playwright-core";

/** Shows a view container by its icon, if it is not shown already. */
export async function openActivity(page: Page, icon: Locator, name: string): Promise<void> {
  const title = page.locator(".sidebar .composite.title", { hasText: name });
  for (let attempt = 1; ; attempt++) {
    // A click on the icon of what is shown would close it, and a window that has just opened shows
    // only now what it showed last time.
    await page.locator(".activitybar .action-item.checked").first().waitFor();
    if (!(await icon.getAttribute("class"))?.includes("checked")) await icon.click();
    try {
      await title.waitFor({ timeout: 3000 });
      return;
    } catch (error) {
      if (attempt === 5) throw error;
      await icon.click();
    }
  }
}
