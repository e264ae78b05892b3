import { type QuickInputs } from "../quickInput/quickInputs";
import { type Disposable } from "../../util/disposable";
import { type StepResult, type ShownStep, showInput, showPick } from "./shownStep";
import { type Navigation, type Step, type StepView } from "./step";

/**
 * Shows step after step, with a way back, until one is the last (true) or the user cancels (false).
 * The steps store their values themselves.
 */
export async function runSteps(inputs: QuickInputs, first: Step): Promise<boolean> {
  const path = [first];
  const screen = new Screen(inputs);
  try {
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const view = step();
      const result = await screen.ask(view, path.length > 1);
      if (result.kind === "done") return true;
      if (result.kind === "cancel") return false;
      if (view.kind === "dialog" && result.kind === "next") path.pop();
      travel(path, result);
    }
    return false;
  } finally {
    screen.dispose();
  }
}

function travel(path: Step[], result: Exclude<Navigation, { kind: "done" }>): void {
  if (result.kind === "next") path.push(result.step);
  else if (result.to === undefined) path.pop();
  else path.splice(path.lastIndexOf(result.to) + 1);
}

/** Holds the one step on screen; a new one covers the old before that is let go. */
class Screen implements Disposable {
  #shown: ShownStep | undefined;

  constructor(private readonly inputs: QuickInputs) {}

  async ask(view: StepView, canGoBack: boolean): Promise<StepResult> {
    if (view.kind === "dialog") {
      this.dispose();
      return view.run();
    }
    const shown =
      view.kind === "input"
        ? showInput(this.inputs, view, canGoBack)
        : showPick(this.inputs, view, canGoBack);
    this.dispose();
    this.#shown = shown;
    return shown.result;
  }

  dispose(): void {
    this.#shown?.dispose();
    this.#shown = undefined;
  }
}
