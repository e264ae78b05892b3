import { type Disposable, toDisposable } from "./disposable";

type Handler = (error: unknown) => void;

/** Thrown where nothing can catch it: the extension host reports it, and a test fails. */
const throwUncaught: Handler = (error) => {
  queueMicrotask(() => {
    throw error;
  });
};

let handle = throwUncaught;

/** Reports an error that must not reach the caller, such as that of one listener of many. */
export function reportUnexpectedError(error: unknown): void {
  handle(error);
}

/** One handler for the process: what reports runs too deep down to be handed a log. */
export function handleUnexpectedErrors(handler: Handler): Disposable {
  handle = handler;
  return toDisposable(() => {
    if (handle === handler) handle = throwUncaught;
  });
}
