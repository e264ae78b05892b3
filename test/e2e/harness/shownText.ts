import { type Locator } from "playwright-core";

/** The text of something that may come and go: "" while it is not on the screen. Does not wait. */
export async function shownText(target: Locator): Promise<string> {
  const texts = await target.filter({ visible: true }).allInnerTexts();
  return texts.join("\n").trim();
}
