import { type Locator, type Page } from "playwright-core";

export interface QuickRow {
  readonly label: string;
  readonly description: string;
}

/** The box at the top of the window: command palette, input boxes and quick picks. */
export class QuickInput {
  readonly root: Locator;
  readonly input: Locator;
  private readonly limit: { readonly timeout?: number };

  /** With `limitMs` a step that takes longer fails; else Playwright's own limit holds. */
  constructor(
    private readonly page: Page,
    limitMs?: number,
  ) {
    this.limit = limitMs === undefined ? {} : { timeout: limitMs };
    this.root = page.locator(".quick-input-widget");
    this.input = this.root.locator(".quick-input-filter input.input");
  }

  /** Waits for a box whose title contains the text: the next step of a multi-step input. */
  async waitForTitle(text: string, limit = this.limit): Promise<void> {
    await this.root.locator(".quick-input-title:visible", { hasText: text }).waitFor(limit);
  }

  async fill(text: string): Promise<void> {
    await this.input.fill(text, this.limit);
  }

  async value(): Promise<string> {
    return this.input.inputValue();
  }

  /** True when what is typed shows as dots. */
  async isPassword(): Promise<boolean> {
    return (await this.input.getAttribute("type")) === "password";
  }

  /** The line below an input box: its validation message if it has one, else its prompt. */
  async message(): Promise<string> {
    return ((await this.root.locator(".quick-input-message").textContent()) ?? "").trim();
  }

  row(label: string): Locator {
    return this.root.locator(".quick-input-list .monaco-list-row", { hasText: label });
  }

  /** Waits until the cursor, which the keyboard moves, is on a row with this text. */
  async waitForFocused(text: string): Promise<void> {
    const row = this.root.locator(".monaco-list-row.focused", { hasText: text });
    await row.waitFor(this.limit);
  }

  async rows(): Promise<QuickRow[]> {
    return this.root.locator(".quick-input-list .monaco-list-row").evaluateAll((rows) =>
      rows.map((row) => {
        const text = (selector: string): string => row.querySelector(selector)?.textContent ?? "";
        return {
          label: text(".quick-input-list-row:first-child .label-name"),
          description: text(".quick-input-list-row:first-child .label-description"),
        };
      }),
    );
  }

  /** Types a part of a row and takes that row, by the keyboard. */
  async search(text: string): Promise<void> {
    await this.fill(text);
    await this.waitForFocused(text);
    await this.accept();
  }

  async pick(label: string): Promise<void> {
    await this.row(label).first().click(this.limit);
  }

  /** Ticks a row of a box in which several may be chosen. */
  async check(label: string): Promise<void> {
    const boxes = this.row(label).first().locator("input, .monaco-checkbox");
    await boxes.first().click(this.limit);
  }

  async accept(): Promise<void> {
    await this.input.press("Enter", this.limit);
  }

  /** A button in the title bar or beside the input, by the start of its tooltip. */
  button(label: string): Locator {
    return this.root.locator(`.action-label[aria-label^="${label}"]:visible`);
  }

  async back(): Promise<void> {
    await this.button("Back").or(this.button("返回")).click();
  }

  async cancel(): Promise<void> {
    await this.page.keyboard.press("Escape");
    await this.waitUntilClosed();
  }

  /** Waits for the next box after one into which something was typed. */
  async waitUntilEmpty(): Promise<void> {
    await this.root.locator(".quick-input-filter input.empty").waitFor(this.limit);
  }

  async waitUntilOpen(): Promise<void> {
    await this.input.waitFor(this.limit);
  }

  async waitUntilClosed(): Promise<void> {
    await this.root.waitFor({ state: "hidden", ...this.limit });
  }
}
