// Loaded by mocha (--require): a picture of every window when a test fails, and the end of the run.
import { type Context } from "mocha";
import { closeSharedEditor } from "./editor";
import { windows } from "./workbench";

export const mochaHooks = {
  async afterEach(this: Context): Promise<void> {
    if (this.currentTest?.state !== "failed") return;
    const name = this.currentTest
      .fullTitle()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .slice(0, 80);
    for (const [index, window] of windows().entries()) {
      const file = await window.screenshot(`failed/${name}-${index + 1}`).catch(() => undefined);
      if (file !== undefined) console.log(`        picture: ${file}`);
    }
  },

  /** Closes what failed tests have left open before the tests of the next file. */
  async afterAll(): Promise<void> {
    for (const window of windows()) await window.close();
  },
};

export async function mochaGlobalTeardown(): Promise<void> {
  await closeSharedEditor();
}
