import { SavedRequests, type Scope } from "../../src/features/requests/store/savedRequests";
import { secretMaskJson } from "../../src/shared/call/mask";
import { Emitter } from "../../src/util/emitter";

/** Saved requests over settings in memory; a scope that is not named cannot be written. */
export function startSaved(values: Partial<Record<Scope, unknown>>) {
  const changed = new Emitter<void>();
  const change = () => changed.fire();
  const settingOf = (scope: Scope) =>
    scope in values
      ? {
          read: () => values[scope],
          write: (value: unknown) => {
            values[scope] = value;
            change();
            return Promise.resolve();
          },
        }
      : undefined;
  const saved = new SavedRequests({
    settingOf,
    source: { current: () => ({ get: () => undefined }), onDidChange: changed.event },
    mask: (_method, params) => params.replace(/"token":"[^"]*"/, `"token":${secretMaskJson}`),
  });
  return { saved, values, change };
}
