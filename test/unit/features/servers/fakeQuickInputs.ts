import {
  type InputBox,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  type QuickPickItemButtonEvent,
} from "vscode";
import { type QuickInputs } from "../../../../src/platform/quickInput/quickInputs";
import { fakeButton } from "../../../builders/quickInputButton";
import { Emitter } from "../../../../src/util/emitter";

class FakeQuickInput {
  title: string | undefined;
  step: number | undefined;
  totalSteps: number | undefined;
  enabled = true;
  ignoreFocusOut = false;
  value = "";
  placeholder: string | undefined;
  buttons: readonly QuickInputButton[] = [];
  visible = false;
  disposed = false;
  /** Presses the back button; undefined when there is none. */
  back: (() => void) | undefined;
  #busy = false;
  readonly #idle = new Emitter<undefined>();
  readonly #hidden = new Emitter<void>();
  readonly #accepted = new Emitter<void>();
  readonly #typed = new Emitter<string>();
  readonly #pressed = new Emitter<QuickInputButton>();
  readonly onDidHide = this.#hidden.event;
  readonly onDidAccept = this.#accepted.event;
  readonly onDidChangeValue = this.#typed.event;
  readonly onDidTriggerButton = this.#pressed.event;

  constructor(private readonly shown: (input: FakeQuickInput) => void) {}

  get busy(): boolean {
    return this.#busy;
  }

  set busy(value: boolean) {
    this.#busy = value;
    if (!value) this.#idle.fire(undefined);
  }

  show(): void {
    this.visible = true;
    this.shown(this);
  }

  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.#hidden.fire();
  }

  dispose(): void {
    this.disposed = true;
    this.hide();
  }

  type(value: string): void {
    this.value = value;
    this.#typed.fire(value);
  }

  accept(): void {
    this.#accepted.fire();
  }

  /** A button of the title. */
  press(button: QuickInputButton): void {
    this.#pressed.fire(button);
  }

  /** When nothing is being checked any more. */
  async idle(): Promise<void> {
    if (!this.#busy) return;
    await new Promise<void>((resolve) => this.#idle.event(() => resolve()));
  }
}

export class FakeInputBox extends FakeQuickInput implements InputBox {
  valueSelection: readonly [number, number] | undefined;
  password = false;
  prompt: string | undefined;
  validationMessage: string | undefined;

  /** Types, presses Enter and waits for the verdict. */
  async enter(value: string): Promise<void> {
    this.type(value);
    this.accept();
    await this.idle();
  }
}

export class FakeQuickPick<T extends QuickPickItem> extends FakeQuickInput implements QuickPick<T> {
  readonly #pressedOn = new Emitter<QuickPickItemButtonEvent<T>>();
  readonly onDidTriggerItemButton = this.#pressedOn.event;
  readonly #activated = new Emitter<readonly T[]>();
  readonly onDidChangeActive = this.#activated.event;
  readonly onDidChangeSelection = new Emitter<readonly T[]>().event;
  items: readonly T[] = [];
  canSelectMany = false;
  matchOnDescription = false;
  matchOnDetail = false;
  keepScrollPosition = false;
  activeItems: readonly T[] = [];
  selectedItems: readonly T[] = [];

  get labels(): readonly string[] {
    return this.items.map(({ label }) => label);
  }

  find(label: string): T {
    const item = this.items.find((candidate) => candidate.label.includes(label));
    if (item === undefined) throw new Error(`no ${label} among ${this.labels.join(", ")}`);
    return item;
  }

  /**
   * The cursor goes to a row, be it by the keyboard or by what was typed.
   * @param label undefined: no row matches what was typed.
   */
  moveTo(label?: string): void {
    this.activeItems = label === undefined ? [] : [this.find(label)];
    this.#activated.fire(this.activeItems);
  }

  /** A button of a row, the first one unless its tooltip is given. */
  pressOn(label: string, tooltip?: string): void {
    const item = this.find(label);
    const button = item.buttons?.find((each) => tooltip === undefined || each.tooltip === tooltip);
    if (button === undefined) throw new Error(`no button on ${label}`);
    this.#pressedOn.fire({ item, button });
  }

  async choose(label: string): Promise<void> {
    this.activeItems = [this.find(label)];
    this.selectedItems = this.activeItems;
    this.accept();
    await this.idle();
  }
}

/** A user's screen and hands: `input` and `pick` wait for the next one to be shown. */
export class FakeQuickInputs implements QuickInputs {
  readonly all: FakeQuickInput[] = [];
  readonly #unseen: FakeQuickInput[] = [];
  #waiting: ((input: FakeQuickInput) => void) | undefined;

  createInputBox(): FakeInputBox {
    return new FakeInputBox((input) => this.#show(input));
  }

  createQuickPick<T extends QuickPickItem>(): FakeQuickPick<T> {
    return new FakeQuickPick<T>((input) => this.#show(input));
  }

  addBackButton(input: Pick<InputBox, "buttons">, goBack: () => void): void {
    if (input instanceof FakeQuickInput) input.back = goBack;
  }

  button(icon: string, tooltip: string): QuickInputButton {
    return fakeButton(icon, tooltip);
  }

  showMessage(
    input: { validationMessage: unknown },
    message: string,
    severity: "info" | "warning",
  ): void {
    input.validationMessage = `${severity}: ${message}`;
  }

  async input(): Promise<FakeInputBox> {
    const shown = await this.#next();
    if (shown instanceof FakeInputBox) return shown;
    throw new Error(`shown was not an input box: ${shown.title ?? ""}`);
  }

  async pick(): Promise<FakeQuickPick<QuickPickItem>> {
    const shown = await this.#next();
    if (shown instanceof FakeQuickPick) return shown;
    throw new Error(`shown was not a quick pick: ${shown.title ?? ""}`);
  }

  #show(input: FakeQuickInput): void {
    this.all.push(input);
    this.#unseen.push(input);
    const waiting = this.#waiting;
    const [first] = this.#unseen;
    if (waiting === undefined || first === undefined) return;
    this.#waiting = undefined;
    this.#unseen.shift();
    waiting(first);
  }

  async #next(): Promise<FakeQuickInput> {
    const first = this.#unseen.shift();
    if (first !== undefined) return first;
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }
}
