import * as l10n from "@vscode/l10n";
import { type Notifications } from "../../../platform/notifications";
import { plainLabel, plainText } from "../../../platform/plainText";
import { type QuickInputs } from "../../../platform/quickInput/quickInputs";
import { holdsMask } from "../../../shared/call/mask";
import { parseJson } from "../../../util/json";
import { type CallTarget } from "../../common/callTarget";
import { runSteps } from "../../../platform/wizard/multiStep";
import { done, next, type Step } from "../../../platform/wizard/step";
import { type SavedRequests, type Scope } from "../store/savedRequests";
import { requestNameStep } from "./requestNameStep";
import { shownName } from "../../../shared/shownName";

export interface SaveOptions {
  readonly saved: Pick<SavedRequests, "add" | "get" | "namesIn" | "scopes">;
  readonly inputs: QuickInputs;
  readonly notifications: Pick<Notifications, "info" | "warn">;
  /** The name of a server in the settings. */
  readonly serverName: (id: string) => string | undefined;
  /** Whether a request can be bound to this server: a demo will not be there again. */
  readonly isStored: (serverId: string) => boolean;
}

/** Prompts for scope, name and server, and saves. */
export async function saveRequest(options: SaveOptions, target: CallTarget): Promise<void> {
  const { saved, inputs, notifications } = options;
  if (target.params !== undefined && parseJson(target.params) === undefined) {
    notifications.warn(l10n.t("Not saved: the parameters are not valid JSON."));
    return;
  }
  const isBound = options.isStored(target.serverId);
  const choices: Choices = { scope: "user", name: "", isBound };
  if (!(await runSteps(inputs, firstStep(options, target, choices)))) return;
  const { scope } = choices;
  const { serverId, method, params } = target;
  const name = await saved.add(
    {
      name: choices.name,
      method,
      ...(choices.isBound && { server: serverId }),
      ...(params !== undefined && { params }),
    },
    scope,
  );
  notifications.info(savedText(name, saved.get(scope, name)?.params));
}

interface Choices {
  scope: Scope;
  name: string;
  isBound: boolean;
}

/** Prompts for the scope only if there is a choice. */
function firstStep(options: SaveOptions, target: CallTarget, choices: Choices): Step {
  const { scopes } = options.saved;
  const bound = boundStep(options, target, choices);
  const named = requestNameStep({
    title: titleOf(target),
    suggestion: target.method,
    taken: () => options.saved.namesIn(choices.scope),
    named: (name) => {
      choices.name = name;
      return options.isStored(target.serverId) ? next(bound) : done;
    },
  });
  if (scopes.length < 2) return named;
  return () => ({
    kind: "pick",
    title: titleOf(target),
    placeholder: l10n.t("Select where to save the request"),
    choices: scopes.map((scope) => ({
      ...scopeText(scope),
      active: scope === choices.scope,
      choose: () => {
        choices.scope = scope;
        return next(named);
      },
    })),
  });
}

function boundStep({ serverName }: SaveOptions, target: CallTarget, choices: Choices): Step {
  const choice = (isBound: boolean, label: string, detail?: string) => ({
    label,
    detail,
    active: isBound === choices.isBound,
    choose: () => {
      choices.isBound = isBound;
      return done;
    },
  });
  const name = plainLabel(serverName(target.serverId) ?? target.serverId);
  return () => ({
    kind: "pick",
    title: titleOf(target),
    placeholder: l10n.t("Select the server of the request"),
    choices: [
      choice(true, l10n.t("For {0}", name)),
      choice(false, l10n.t("For any server"), l10n.t("Ask every time")),
    ],
  });
}

function titleOf({ method }: CallTarget): string {
  return plainText(l10n.t("Save Request for {0}", shownName(method)));
}

function scopeText(scope: Scope): { readonly label: string; readonly detail: string } {
  return scope === "user"
    ? { label: l10n.t("User settings"), detail: l10n.t("Available in all your windows") }
    : { label: l10n.t("Workspace settings"), detail: l10n.t("Shared with this workspace") };
}

function savedText(name: string, params: string | undefined): string {
  return params !== undefined && holdsMask(params)
    ? l10n.t("Saved as {0} without its secrets. Re-enter them before sending.", name)
    : l10n.t("Saved as {0}.", name);
}
