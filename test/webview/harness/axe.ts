import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import { type AxeResults, type RunOptions } from "axe-core";
import { type Page } from "playwright-core";

declare global {
  interface Window {
    axe?: { run(options: RunOptions): Promise<AxeResults> };
  }
}

const axe = fs.readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

/** What axe has to say against the page as it is now, shadow trees included. */
export async function axeFinds(page: Page): Promise<readonly string[]> {
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
