import { type InputBox, type QuickPick, type QuickPickItem } from "vscode";
import { plainText } from "../plainText";
import { type QuickInputs } from "../quickInput/quickInputs";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type Choice, type InputView, type Navigation, type Outcome, type PickView } from "./step";

export type StepResult = Navigation | { readonly kind: "cancel" };

/** A step on screen. Disposing takes it away; done only once the next is shown, so nothing flickers. */
export interface ShownStep extends Disposable {
  readonly result: Promise<StepResult>;
}

interface PickItem extends QuickPickItem {
  readonly choice: Choice;
}

type Accept = (signal: AbortSignal) => Outcome | Promise<Outcome>;

/** Runs one attempt to accept an input at a time; it is aborted when the user types on or leaves. */
class AcceptAttempt {
  #running: AbortController | undefined;

  constructor(
    private readonly input: { busy: boolean },
    private readonly setError: (message: string | undefined) => void,
    private readonly settle: (result: Promise<StepResult> | StepResult) => void,
  ) {}

  cancel(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.input.busy = false;
  }

  /** @param checking what to say until there is an outcome. */
  async start(accept: Accept, checking?: () => void): Promise<void> {
    if (this.#running !== undefined) return;
    const controller = new AbortController();
    this.#running = controller;
    this.input.busy = true;
    try {
      this.setError(undefined);
      checking?.();
      const outcome = await accept(controller.signal);
      if (controller.signal.aborted) return;
      if (outcome.kind === "invalid") this.setError(outcome.message);
      else this.settle(outcome);
    } catch (error) {
      if (!controller.signal.aborted) this.settle(Promise.reject<StepResult>(toError(error)));
    } finally {
      if (this.#running === controller) this.cancel();
    }
  }
}

export function showInput(inputs: QuickInputs, view: InputView, canGoBack: boolean): ShownStep {
  const box = inputs.createInputBox();
  box.prompt = plainText(view.prompt);
  box.placeholder = view.placeholder;
  box.password = view.password ?? false;
  box.value = view.value;
  const setError = (message: string | undefined) => {
    box.validationMessage = message && plainText(message);
    if (!message && view.warning) inputs.showMessage(box, plainText(view.warning), "warning");
  };
  setError(undefined);
  return present(inputs, box, view, canGoBack, setError, (attempt) => {
    const accept = () => {
      const { value } = box;
      void attempt.start(
        (signal) => view.accept(value, signal),
        () => {
          const checking = view.checking?.(value);
          if (checking !== undefined) inputs.showMessage(box, plainText(checking), "info");
        },
      );
    };
    box.onDidAccept(accept);
    if (view.button !== undefined) addButton(inputs, box, view.button);
    let typed = view.value;
    box.onDidChangeValue((value) => {
      // VS Code may also fire for the value that we set.
      if (value === typed) return;
      typed = value;
      attempt.cancel();
      setError(undefined);
      view.remember(value);
    });
    if (view.acceptImmediately === true) accept();
  });
}

function addButton(
  inputs: QuickInputs,
  box: InputBox,
  { icon, tooltip, press }: NonNullable<InputView["button"]>,
): void {
  const button = inputs.button(icon, tooltip);
  box.buttons = [...box.buttons, button];
  box.onDidTriggerButton((pressed) => {
    if (pressed === button) press();
  });
}

export function showPick(inputs: QuickInputs, view: PickView, canGoBack: boolean): ShownStep {
  const pick = inputs.createQuickPick<PickItem>();
  pick.items = view.choices.map((choice) => toItem(choice));
  const active = pick.items.filter(({ choice }) => choice.active === true);
  // An empty list would take the cursor away from the first.
  if (active.length > 0) pick.activeItems = active;
  const setError = (message: string | undefined) => {
    pick.placeholder = message ?? view.placeholder;
  };
  setError(undefined);
  return present(inputs, pick, view, canGoBack, setError, (attempt) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (item !== undefined) void attempt.start((signal) => item.choice.choose(signal));
    });
  });
}

function toItem(choice: Choice): PickItem {
  const { label, description, detail } = choice;
  return { label, ...(description && { description }), ...(detail && { detail }), choice };
}

/** What both kinds have in common: frame, Back, Escape. Listeners go with the input itself. */
function present(
  inputs: QuickInputs,
  input: InputBox | QuickPick<PickItem>,
  view: InputView | PickView,
  canGoBack: boolean,
  setError: (message: string | undefined) => void,
  wire: (attempt: AcceptAttempt) => void,
): ShownStep {
  const store = new DisposableStore();
  store.add(input);
  input.title = view.title;
  input.step = view.position?.[0];
  input.totalSteps = view.position?.[1];
  input.ignoreFocusOut = true;
  const result = new Promise<StepResult>((resolve) => {
    const attempt = new AcceptAttempt(input, setError, resolve);
    const leave = (kind: "back" | "cancel") => {
      attempt.cancel();
      resolve({ kind });
    };
    input.onDidHide(() => leave("cancel"));
    if (canGoBack) inputs.addBackButton(input, () => leave("back"));
    input.show();
    wire(attempt);
  });
  return { result: result, dispose: () => store.dispose() };
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
