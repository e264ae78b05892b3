import * as l10n from "@vscode/l10n";
import { type QuickInputButton, type QuickPick, type QuickPickItem } from "vscode";
import { type Role } from "../../../komari/model/model";
import { liveRows } from "../../../platform/quickInput/liveRows";
import { plainText } from "../../../platform/plainText";
import { type MethodSpec } from "../../../shared/call/methodSpec";
import { DisposableStore } from "../../../util/disposable";
import { type Event } from "../../../util/emitter";
import { type MethodsState } from "../view/methodsState";
import { type MethodItem, methodItems } from "./methodItems";
import { reportUnexpectedError } from "../../../util/unexpectedErrors";

/** The methods of a server as the picker shows them. */
export interface MethodPickerState {
  readonly methods: readonly MethodSpec[];
  readonly role: Role | undefined;
  /** The list is being loaded. */
  readonly loading: boolean;
  /** A sentence about the state of the server; undefined: none. */
  readonly message: string | undefined;
}

/** Native parts, so that the picker is tested without VS Code. */
export interface PickerParts {
  readonly createQuickPick: () => QuickPick<PickerItem>;
  readonly button: (icon: string, tooltip: string) => QuickInputButton;
  readonly heading: (label: string) => PickerItem;
}

export interface PickerItem extends QuickPickItem {
  /** Undefined of rows that are no methods. */
  readonly method?: string;
}

export interface PickMethodOptions {
  readonly parts: PickerParts;
  readonly title: string;
  readonly state: MethodsState;
  readonly pickerState: () => MethodPickerState;
  /** Fires when `pickerState` may have changed. */
  readonly onDidChange: Event<unknown>;
}

/** The full name of the method that the user picks; undefined: cancelled. */
export async function pickMethod(options: PickMethodOptions): Promise<string | undefined> {
  const store = new DisposableStore();
  const pick = store.add(options.parts.createQuickPick());
  pick.title = options.title;
  pick.matchOnDescription = true;
  try {
    return await new Promise<string | undefined>((resolve) => {
      const { update, updateMatches } = updater(pick, options);
      store.add(options.onDidChange(update));
      store.add(options.state.onDidChange(update));
      pick.onDidTriggerButton(() => toggleInternal(options.state));
      pick.onDidTriggerItemButton(({ item }) => toggleFavorite(options.state, item));
      pick.onDidChangeActive(updateMatches);
      pick.onDidAccept(() => {
        const method = pick.activeItems[0]?.method;
        if (method !== undefined) resolve(method);
      });
      pick.onDidHide(() => resolve(undefined));
      update();
      pick.show();
    });
  } finally {
    store.dispose();
  }
}

interface Updater {
  /** Updates the list; the typed text and the active row stay. */
  readonly update: () => void;
  /** VS Code has no event for a filter without matches; the only sign is that no row is active. */
  readonly updateMatches: (active: readonly PickerItem[]) => void;
}

function updater(pick: QuickPick<PickerItem>, options: PickMethodOptions): Updater {
  const { parts, state, pickerState } = options;
  let shown: string | undefined;
  let rows: readonly PickerItem[] = [];
  let isMatching = true;
  const noMatch = { label: l10n.t("No matching methods."), alwaysShow: true };
  const showRows = liveRows(pick, ({ method }) => method);
  const show = () => showRows(isMatching ? rows : [...rows, noMatch]);
  const update = () => {
    const { methods, role, loading, message } = pickerState();
    const { internal } = state.choices;
    pick.busy = loading;
    pick.placeholder = plainText(message ?? l10n.t("Select a method to call"));
    const { recent, favorites } = state;
    const items = methodItems(methods, { role, internal, recent, favorites });
    const written = JSON.stringify([items, internal]);
    if (written === shown) return;
    shown = written;
    pick.buttons = [internalButton(parts, internal)];
    rows = items.map((item) => pickerItem(parts, item));
    show();
  };
  const updateMatches = ([active]: readonly PickerItem[]) => {
    const matches = rows.length === 0 || active?.method !== undefined;
    if (matches === isMatching) return;
    isMatching = matches;
    show();
  };
  return { update, updateMatches };
}

function pickerItem(parts: PickerParts, item: MethodItem): PickerItem {
  if (item.kind === "heading") return parts.heading(item.label);
  const { method, label, description, isFavorite } = item;
  const button = isFavorite
    ? parts.button("star-full", l10n.t("Remove from Favorites"))
    : parts.button("star-empty", l10n.t("Add to Favorites"));
  return { method, label, description, buttons: [button] };
}

function internalButton({ button }: PickerParts, internal: boolean): QuickInputButton {
  return internal
    ? button("eye", l10n.t("Hide Internal Methods"))
    : button("eye-closed", l10n.t("Show Internal Methods"));
}

function toggleInternal(state: MethodsState): void {
  state.choose({ internal: !state.choices.internal }).catch(reportUnexpectedError);
}

function toggleFavorite(state: MethodsState, { method }: PickerItem): void {
  if (method === undefined) return;
  state.setFavorite([method], !state.favorites.has(method)).catch(reportUnexpectedError);
}
