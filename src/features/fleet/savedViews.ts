import * as l10n from "@vscode/l10n";
import { pickItems } from "../../platform/quickInput/pickItems";
import { type QuickInputs } from "../../platform/quickInput/quickInputs";
import { runSteps } from "../../platform/wizard/multiStep";
import { done, invalid, next, type Step } from "../../platform/wizard/step";
import { plainLabel } from "../../platform/plainText";
import { type UserSetting } from "../../settings/userSetting";
import { type FleetView, readSavedViews, type SavedView } from "../../shared/fleet/fleetChoices";
import { type Event } from "../../util/emitter";

export type ViewScope = "user" | "workspace";

export interface SavedViewsOptions {
  readonly inputs: QuickInputs;
  /** Undefined: there is no workspace to save it to. */
  readonly settingOf: (scope: ViewScope) => UserSetting | undefined;
  readonly onDidChange: Event<unknown>;
}

const scopes = ["user", "workspace"] as const;

/** Views of the fleet's page under their names, in `komari.fleet.views` of the user's and the workspace's settings. */
export class SavedViews {
  readonly onDidChange: Event<unknown>;

  constructor(private readonly options: SavedViewsOptions) {
    this.onDidChange = options.onDidChange;
  }

  /** Those of the workspace go before those of the user with the same name. */
  get value(): readonly SavedView[] {
    const all = [...scopes].reverse().flatMap((scope) => this.#in(scope));
    return readSavedViews(all);
  }

  /** Asks for a name, and where to save if there is a choice; a view of that name is replaced. False: cancelled. */
  async save(view: FleetView): Promise<boolean> {
    const chosen: { scope: ViewScope; name: string } = { scope: "user", name: "" };
    if (!(await runSteps(this.options.inputs, this.#firstStep(chosen)))) return false;
    const others = this.#in(chosen.scope).filter(({ name }) => name !== chosen.name);
    await this.options.settingOf(chosen.scope)?.write([...others, { name: chosen.name, ...view }]);
    return true;
  }

  /** Asks which ones. */
  async remove(): Promise<void> {
    const items = scopes.flatMap((scope) =>
      this.#in(scope).map(({ name }) => ({
        key: JSON.stringify([scope, name]),
        label: plainLabel(name),
        description: scopeLabel(scope),
        scope,
        name,
      })),
    );
    const title = l10n.t("Delete Views");
    const placeholder = l10n.t("Select the views to delete");
    const chosen = await pickItems(this.options.inputs, { title, placeholder, many: true, items });
    for (const scope of scopes) {
      const names = (chosen ?? []).filter((item) => item.scope === scope).map(({ name }) => name);
      if (names.length === 0) continue;
      const kept = this.#in(scope).filter(({ name }) => !names.includes(name));
      await this.options.settingOf(scope)?.write(kept.length === 0 ? undefined : kept);
    }
  }

  #in(scope: ViewScope): readonly SavedView[] {
    return readSavedViews(this.options.settingOf(scope)?.read());
  }

  #firstStep(chosen: { scope: ViewScope; name: string }): Step {
    const title = l10n.t("Save View");
    const named: Step = () => ({
      kind: "input",
      title,
      prompt: l10n.t("Name of the view"),
      value: chosen.name,
      remember: (value) => {
        chosen.name = value;
      },
      accept: (value) => {
        chosen.name = value.trim();
        return chosen.name === "" ? invalid(l10n.t("Enter a name.")) : done;
      },
    });
    if (this.options.settingOf("workspace") === undefined) return named;
    return () => ({
      kind: "pick",
      title,
      placeholder: l10n.t("Select where to save the view"),
      choices: scopes.map((scope) => ({
        label: scopeLabel(scope),
        active: scope === chosen.scope,
        choose: () => {
          chosen.scope = scope;
          return next(named);
        },
      })),
    });
  }
}

function scopeLabel(scope: ViewScope): string {
  return scope === "user" ? l10n.t("User settings") : l10n.t("Workspace settings");
}
