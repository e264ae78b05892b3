import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { type AxeResults, type RunOptions } from "axe-core";
import { type Page } from "playwright-core";
import { type ThemeName, themeNames } from "./themes";
import { type Api } from "../../../src/shared/ipc";
import { type WebviewPage } from "./webviewPage";

declare global {
  interface Window {
    axe?: { run(options: RunOptions): Promise<AxeResults> };
  }
}

const axe = fs.readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

/** Axe finds nothing against the page as it is now, in any theme; `seen` may take a picture of each. */
export async function assertAccessible(
  panel: WebviewPage<Api>,
  seen?: (theme: ThemeName) => Promise<void>,
): Promise<void> {
  for (const theme of themeNames) {
    await panel.setTheme(theme);
    await panel.settled();
    assert.deepEqual(await axeFinds(panel.page), [], theme);
    await seen?.(theme);
  }
}

/** Shadow trees included. */
async function axeFinds(page: Page): Promise<readonly string[]> {
  // By the debugger, for no script of ours may come from anywhere else; once, for it is large.
  if (await page.evaluate(() => window.axe === undefined)) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const results = await window.axe?.run({ resultTypes: ["violations"] });
    return results?.violations;
  });
  assert.ok(found, "axe has not run");
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ""}`),
  );
}
