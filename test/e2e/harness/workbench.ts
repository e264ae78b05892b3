import assert from "node:assert/strict";
import fs from "node:fs";
import { type BrowserContext, type Locator, type Page } from "playwright-core";
import { fromProject } from "../../host/paths";
import { type Settings, readSettings, settingsFile, writeSettings } from "../../host/settings";
import { workbenchUrl } from "../../host/workbenchUrl";
import { patienceMs } from "../../runner/patience";
import { eventually } from "./eventually";
import { type Editor, sharedEditor } from "./editor";
import { Dialog, toast } from "./notifications";
import { answerFromPalette, runFromPalette } from "./palette";
import { pressOnHover } from "./pressOnHover";
import { QuickInput } from "./quickInput";
import { shownText } from "./shownText";
import { showTooltip } from "./tooltip";
import { Tree } from "./tree";
import { type WindowOptions, contextOptionsFor, settingsFor } from "./windowOptions";

/** One window of VS Code, driven as a user does. Made by openWorkbench. */
export class Workbench {
  readonly quickInput: QuickInput;
  readonly dialog: Dialog;
  private readonly sideBarTitle: Locator;
  #settingsCount = 0;

  constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly editor: Editor,
    private readonly options: WindowOptions,
  ) {
    this.quickInput = new QuickInput(page);
    this.dialog = new Dialog(page);
    this.sideBarTitle = page.locator(".sidebar .composite.title");
  }

  palette(command: string): Promise<void> {
    return runFromPalette(this.page, command);
  }

  /** Runs a command that opens a box, and answers that. */
  answer(command: string, answer: (box: QuickInput) => Promise<void>): Promise<void> {
    return answerFromPalette(this.page, command, answer);
  }

  /** An icon of the activity bar. */
  activity(name: string): Locator {
    return this.page.locator(`.activitybar .action-item:has(a[aria-label^="${name}"])`);
  }

  /** Shows a view container by its icon, if it is not shown already. */
  async openActivity(name: string): Promise<void> {
    const icon = this.activity(name);
    if (!(await icon.getAttribute("class"))?.includes("checked")) await icon.click();
    await this.sideBarTitle.filter({ hasText: name }).waitFor();
  }

  /** The number on an activity bar icon; "" without one. */
  async badge(name: string): Promise<string> {
    return shownText(this.activity(name).locator(".badge-content"));
  }

  /** The title of a view, which a click opens and closes. */
  view(name: string): Locator {
    return this.page.locator(".sidebar .pane-header", { hasText: name });
  }

  tree(view: string): Tree {
    return new Tree(this.page, view);
  }

  /** A status bar item by its full id, "publisher.name.itemId". */
  statusItem(id: string): Locator {
    return this.page.locator(`.statusbar-item[id="${id}"]`);
  }

  toast(text?: string): Locator {
    return toast(this.page, text);
  }

  tooltip(target: Locator): Promise<Locator> {
    return showTooltip(this.page, target);
  }

  /** Presses an icon in the title of a view, which shows them while the pointer is there. */
  async pressInTitle(view: string, label: string): Promise<void> {
    const button = this.view(view).locator(`.action-label[aria-label^="${label}"]`);
    await pressOnHover(this.view(view), button);
  }

  /** An icon in the title of the active editor, by the start of its tooltip. */
  editorAction(label: string): Locator {
    return this.page.locator(`.editor-actions .action-label[aria-label^="${label}"]`);
  }

  /** Chooses an entry of the menu behind the dots in the title of a view. */
  async titleMenu(
    view: string,
    entry: string,
    opened: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    // VS Code closes a menu when its layout changes, as it still does after its start: before an entry
    // shows, or while it is being pressed.
    await eventually(async () => {
      await this.view(view).hover();
      await this.view(view).locator(".action-label.codicon-toolbar-more").click();
      await this.menuEntry(entry).waitFor({ timeout: 2_000 });
      await this.choose(entry);
      await opened();
    });
  }

  /** Opens the context menu of something and chooses an entry. */
  async contextMenu(target: Locator, entry: string): Promise<void> {
    // A row that is drawn again closes the menu.
    await eventually(async () => {
      await target.click({ button: "right" });
      await this.#assertNoOtherRowFocused(target);
      await this.choose(entry);
    });
  }

  /** Rows may move under the pointer: the menu is then that of another row. */
  async #assertNoOtherRowFocused(target: Locator): Promise<void> {
    if (!(await target.evaluate((row) => row.matches('[role="treeitem"]:not(.focused)')))) return;
    await this.page.keyboard.press("Escape");
    assert.fail("the menu of another row was opened");
  }

  /** Chooses an entry of the menu that is open now. */
  async choose(entry: string): Promise<void> {
    // A menu takes no notice of a button that is released within its first 100 ms.
    await this.menuEntry(entry).click({ delay: 150, timeout: 5_000 });
    // On a busy machine even that may be within them: then the menu is opened again.
    await this.page.locator(".monaco-menu").first().waitFor({ state: "hidden", timeout: 5_000 });
  }

  /** An entry of the menu that is open now. */
  menuEntry(label: string): Locator {
    return this.page.locator(".monaco-menu .action-item", {
      has: this.page.getByText(label, { exact: true }),
    });
  }

  /** The user settings as they are written now. */
  userSettings(): Settings {
    return readSettings(this.editor.userDataDir);
  }

  /** Appends to the file of the user settings, as somebody who edits it by hand might. */
  appendToSettings(text: string): void {
    fs.appendFileSync(settingsFile(this.editor.userDataDir), text);
  }

  /**
   * Changes the user settings of this window, and loads it again: VS Code does not notice by itself in
   * time. It may even start with the settings of before, so a title of our own says when it has them.
   */
  async changeSettings(settings: Settings): Promise<void> {
    const title = `settings ${++this.#settingsCount}`;
    const all = { ...settingsFor(this.options), ...settings, "window.title": title };
    await eventually(async () => {
      writeSettings(this.editor.userDataDir, all);
      await this.reload();
      await eventually(
        async () => assert.match(await this.page.title(), new RegExp(title)),
        10_000,
      );
    });
  }

  /** Reloads the window by VS Code's own command, which first saves what it has to remember. */
  async reload(): Promise<void> {
    const shown = await shownText(this.sideBarTitle);
    const loaded = this.page.waitForEvent("domcontentloaded");
    await this.palette("Developer: Reload Window");
    await loaded;
    await this.ready();
    // The side bar comes back later than the rest; a click on its icon before would close it.
    if (shown !== "") await this.sideBarTitle.filter({ hasText: shown }).waitFor();
  }

  async ready(): Promise<void> {
    await this.page
      .locator(".part.statusbar .statusbar-item")
      .first()
      .waitFor({ timeout: 2 * patienceMs });
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Writes out/screenshots/<name>.png. */
  async screenshot(name: string): Promise<string> {
    const path = fromProject("out/screenshots", `${name}.png`);
    await this.page.screenshot({ path, caret: "hide", style: browserOnlyItems });
    return path;
  }

  close(): Promise<void> {
    openWindows.delete(this);
    return this.context.close();
  }
}

/** Status bar items that only VS Code in the browser has: pictures are for users of the desktop. */
const browserOnlyItems = `
  .statusbar-item:has([aria-label^="Keyboard Layout"], [aria-label^="Layout:"]),
  .statusbar-item[id="status.forwardedPorts"] { display: none !important; }
`;

const openWindows = new Set<Workbench>();

/** The windows that are open now: a failed test takes a picture of each. */
export function windows(): readonly Workbench[] {
  return [...openWindows];
}

/** Opens a window as new as after the installation: nothing is remembered from earlier ones. */
export async function openWorkbench(options: WindowOptions = {}): Promise<Workbench> {
  const editor = await sharedEditor();
  writeSettings(editor.userDataDir, settingsFor(options));
  const context = await editor.browser.newContext(contextOptionsFor(options));
  // tsx wraps named functions in this helper; those that tests evaluate in the page need it there.
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript("globalThis.__name ??= (target) => target");
  if (options.locale === "zh-cn") await context.addInitScript(speakChinese);
  const page = await context.newPage();
  const workbench = new Workbench(page, context, editor, options);
  openWindows.add(workbench);
  await page.goto(workbenchUrl(editor.server, { open: options.open }), { waitUntil: "commit" });
  await workbench.ready();
  return workbench;
}

/** Runs in the page before VS Code does, which reads its display language from here. */
function speakChinese(): void {
  Object.defineProperty(globalThis, "_VSCODE_NLS_LANGUAGE", {
    get: () => "zh-cn",
    set: () => undefined,
  });
}
