import "./styleProbe";
import {
  type Button,
  type Checkbox,
  provideVSCodeDesignSystem,
  type TextArea,
  type TextField,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeTextArea,
  vsCodeTextField,
} from "@vscode/webview-ui-toolkit";
import { element, setAttributes } from "./dom";

/**
 * Controls of forms. The only module that knows the toolkit, which is archived upstream: what is
 * below is all that a replacement has to provide (docs/decisions/0011-webview-ui-toolkit.md).
 */

declare global {
  interface HTMLElementTagNameMap {
    "vscode-button": Button;
    "vscode-checkbox": Checkbox;
    "vscode-text-area": TextArea;
    "vscode-text-field": TextField;
  }
}

provideVSCodeDesignSystem().register(
  vsCodeButton(),
  vsCodeCheckbox(),
  vsCodeTextArea(),
  vsCodeTextField(),
);

export interface PushButtonOptions {
  readonly text: string;
  readonly primary?: boolean;
  readonly title?: string;
  /** Spoken in place of the text, which it begins with. */
  readonly label?: string;
  readonly onClick: () => void;
}

export interface PushButton {
  readonly element: HTMLElement;
  readonly setText: (text: string) => void;
}

export function createPushButton(options: PushButtonOptions): PushButton {
  const { text, primary, title, label, onClick } = options;
  const caption = document.createTextNode(text);
  const appearance = primary === true ? "primary" : "secondary";
  const host = element("vscode-button", { appearance, title, "aria-label": label });
  host.append(caption);
  host.addEventListener("click", onClick);
  return {
    element: host,
    setText: (next) => {
      if (caption.data !== next) caption.data = next;
    },
  };
}

export interface TextControlOptions {
  /** Spoken; what is seen as the label stands elsewhere. */
  readonly label: string;
  readonly placeholder?: string;
  /** Not readable while it is typed. */
  readonly secret?: boolean;
  /** Lines that are seen at once; undefined: one line, and no more can be typed. */
  readonly rows?: number;
  readonly onInput: (text: string) => void;
}

export interface TextControl {
  readonly element: HTMLElement;
  readonly update: (shown: {
    readonly value: string;
    /** Spoken after the label: what is to be known, and what is wrong. */
    readonly description: string;
    readonly invalid: boolean;
  }) => void;
}

export function createTextControl(options: TextControlOptions): TextControl {
  const { label, placeholder, secret, rows, onInput } = options;
  const shared = { placeholder, spellcheck: "false" };
  const host =
    rows === undefined
      ? element("vscode-text-field", { ...shared, type: secret ? "password" : "text" })
      : element("vscode-text-area", { ...shared, rows: String(rows), resize: "vertical" });
  // The toolkit takes the accessible name from the text of the element when it is connected.
  host.append(element("span", { class: "unseen" }, label));
  host.addEventListener("input", () => onInput(host.value));
  return {
    element: host,
    update: ({ value, description, invalid }) => {
      if (host.value !== value) host.value = value;
      host.classList.toggle("invalid", invalid);
      setControlAttributes(host, {
        "aria-description": description,
        "aria-invalid": String(invalid),
      });
    },
  };
}

/**
 * References by id do not reach into a shadow tree, so what is spoken is written to the control
 * itself, which is there once the element has been connected.
 */
function setControlAttributes(
  host: HTMLElement,
  attributes: Readonly<Record<string, string>>,
): void {
  const control = host.shadowRoot?.querySelector(".control");
  if (control === null || control === undefined) {
    requestAnimationFrame(() => host.isConnected && setControlAttributes(host, attributes));
    return;
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (control.getAttribute(name) !== value) control.setAttribute(name, value);
  }
}

export interface CheckControlOptions {
  readonly label: string;
  /** The label is spoken only. */
  readonly quiet?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export interface CheckControl {
  readonly element: HTMLElement;
  readonly update: (shown: { readonly checked: boolean; readonly disabled?: boolean }) => void;
}

export function createCheckControl(options: CheckControlOptions): CheckControl {
  const { label, quiet, onChange } = options;
  const host = element("vscode-checkbox", { class: quiet && "quiet" });
  host.append(element("span", { class: quiet ? "unseen" : "check-label" }, label));
  let known = false;
  // The toolkit fires the event for changes by code too.
  host.addEventListener("change", () => {
    if (host.checked === known) return;
    known = host.checked;
    onChange(known);
  });
  return {
    element: host,
    update: ({ checked, disabled = false }) => {
      known = checked;
      host.checked = checked;
      host.disabled = disabled;
    },
  };
}

export interface Choice {
  /** Undefined: nothing is chosen. */
  readonly value: string | undefined;
  readonly text: string;
}

export interface ChoiceControlOptions {
  readonly label: string;
  readonly onChange: (value: string | undefined) => void;
}

export interface ChoiceControl {
  readonly element: HTMLElement;
  readonly update: (shown: {
    readonly choices: readonly Choice[];
    readonly value: string | undefined;
    readonly description: string;
    readonly invalid: boolean;
  }) => void;
}

/** The browser's own: the list of the toolkit's is cut off by what scrolls, and costs as much as a form. */
export function createChoiceControl({ label, onChange }: ChoiceControlOptions): ChoiceControl {
  let shown: readonly Choice[] = [];
  const select = element("select", { "aria-label": label });
  select.addEventListener("change", () => onChange(shown[select.selectedIndex]?.value));
  return {
    element: select,
    update: ({ choices, value, description, invalid }) => {
      if (JSON.stringify(choices) !== JSON.stringify(shown)) {
        select.replaceChildren(...choices.map(({ text }) => element("option", {}, text)));
      }
      shown = choices;
      select.selectedIndex = choices.findIndex((choice) => choice.value === value);
      setAttributes(select, { "aria-description": description, "aria-invalid": String(invalid) });
    },
  };
}
