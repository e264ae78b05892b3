import assert from "node:assert/strict";
import { type Locator } from "playwright-core";
import { eventually } from "./eventually";
import { Panel } from "./panel";
import { type QuickInput } from "./quickInput";
import { type Workbench } from "./workbench";

/** More controls than any form has. */
const maxTabs = 80;

/** A panel that calls a method. */
export class CallPanel extends Panel {
  /** The control of a parameter, which is called like it. */
  field(name: string): Locator {
    return this.frame.getByRole("textbox", { name, exact: true });
  }

  /** What the response says of itself: ok or what went wrong, how long it took, how large it is. */
  get response(): Locator {
    return this.frame.locator(".response");
  }

  /** Keys go to the page, without a click. */
  async hasFocus(): Promise<void> {
    const isFocused = () => this.frame.locator("body").evaluate(() => document.hasFocus());
    await eventually(async () => assert.ok(await isFocused()));
  }

  /** Sends what is in the form, by the key. */
  async send(): Promise<void> {
    await this.page.keyboard.press("Control+Enter");
  }

  /** Presses a button by the keyboard. */
  async press(name: string | RegExp): Promise<void> {
    await this.tabTo(this.button(name).first());
    await this.page.keyboard.press("Enter");
  }

  /** Chooses from a menu of the panel, by the keyboard. */
  async choose(menu: string, entry: string | RegExp): Promise<void> {
    await this.press(menu);
    await this.press(entry);
  }

  async responds(text: RegExp, limitMs?: number): Promise<void> {
    await eventually(async () => assert.match(await this.response.innerText(), text), limitMs);
  }

  /** Moves the focus by the keyboard alone until it is there. */
  async tabTo(target: Locator): Promise<void> {
    const isThere = () =>
      target.evaluate((element) => {
        const root = element.getRootNode();
        const { activeElement } = root instanceof ShadowRoot ? root : document;
        return document.hasFocus() && activeElement === element;
      });
    for (let tabs = 0; !(await isThere()); tabs++) {
      assert.ok(tabs < maxTabs, "the keyboard does not get there");
      await this.page.keyboard.press("Tab");
    }
  }

  /** Types into a parameter as a user without a mouse does. */
  async type(name: string, text: string): Promise<void> {
    await this.tabTo(this.field(name));
    // VS Code carries Ctrl+A out on its own, later than the keys that follow.
    for (const key of ["End", "Shift+Home"]) await this.page.keyboard.press(key);
    await this.page.keyboard.type(text);
  }
}

export interface OpenMethodOptions {
  /** The command's title in the display language. */
  readonly command?: string;
  /** The server to choose, where there are several. */
  readonly server?: string;
}

/** They are hidden at first, and then stay shown. */
async function showInternalMethods(box: QuickInput): Promise<void> {
  const show = box.button("Show Internal Methods");
  await show.or(box.button("Hide Internal Methods")).waitFor();
  if (await show.isVisible()) await show.click();
}

/** Chooses a method from the command palette and waits for its panel. */
export async function openMethod(
  workbench: Workbench,
  method: string,
  { command = "Call Method", server }: OpenMethodOptions = {},
): Promise<CallPanel> {
  await workbench.answer(`Komari: ${command}`, async (box) => {
    await box.waitForTitle(command);
    if (server !== undefined) {
      await box.search(server);
      await box.waitUntilEmpty();
    }
    if (method.startsWith("rpc.")) await showInternalMethods(box);
    await box.search(method);
  });
  const panel = new CallPanel(workbench);
  await panel.tab(method).waitFor();
  await panel.frame.getByRole("heading", { name: method }).waitFor();
  await panel.hasFocus();
  return panel;
}
