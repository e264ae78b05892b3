export interface Theme {
  /** The first of VS Code's variables ("charts-red") that the theme has; "" for none. */
  readonly color: (...names: readonly string[]) => string;
  readonly highContrast: boolean;
}

const highContrastClasses = ["vscode-high-contrast", "vscode-high-contrast-light"];

export function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(`--vscode-${name}`).trim();
  return {
    color: (...names) => names.map(read).find((value) => value !== "") ?? "",
    highContrast: highContrastClasses.some((name) => document.body.classList.contains(name)),
  };
}

/**
 * Calls back when VS Code has changed the theme: it then writes other variables to the style of the
 * root element, and other classes to the body.
 */
export function watchTheme(onChange: () => void): void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["style"] });
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ["class", "data-vscode-theme-id"],
  });
}
