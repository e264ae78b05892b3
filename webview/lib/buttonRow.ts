/** The arrows move between the buttons of a toolbar: it is one stop for Tab. */
export function watchArrows(toolbar: HTMLElement): void {
  toolbar.addEventListener("keydown", (event) => {
    const buttons = [...toolbar.querySelectorAll("button")];
    const at = buttons.findIndex((each) => each === document.activeElement);
    const place = placeFor(event.key, at, buttons.length);
    const next = place === undefined ? undefined : buttons[place];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    keepOneTabStop(buttons, next);
    next.focus();
  });
}

function placeFor(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case "ArrowLeft":
      return at - 1;
    case "ArrowRight":
      return at + 1;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}

/** Tab stops at `stop`, else where it did before, else at the first. */
export function keepOneTabStop(buttons: readonly HTMLElement[], stop?: HTMLElement): void {
  const chosen =
    stop ?? buttons.find((each) => each.getAttribute("tabindex") === "0") ?? buttons[0];
  for (const each of buttons) each.tabIndex = each === chosen ? 0 : -1;
}
