import * as l10n from "@vscode/l10n";
import { commands, env, l10n as vscodeL10n, type Uri, window } from "vscode";
import { type Fleet } from "../../fleet/fleet";
import { commandIds, panelIds, settingIds } from "../../manifest/contributions";
import { MementoValue, type Memory } from "../../platform/mementoValue";
import { type Notifications } from "../../platform/notifications";
import { PanelSet } from "../../platform/panels/panelSet";
import { openWebviewTab } from "../../platform/panels/webviewTab";
import { quickInputs } from "../../platform/quickInput/quickInputs";
import { saveFile } from "../../platform/saveFile";
import { type ServersSetting } from "../../settings/config";
import { type ReadonlySetting } from "../../settings/setting";
import { userSetting, workspaceSetting, workspaceSettings } from "../../settings/workspaceSettings";
import { defaultChoices, readChoices } from "../../shared/fleet/fleetChoices";
import { createFormat } from "../../shared/format";
import { systemClock } from "../../util/clock";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { Emitter } from "../../util/emitter";
import { isRecord } from "../../util/json";
import { type Logger } from "../../util/logger";
import { pickExport } from "../common/export/pickExport";
import { type NodeRef } from "../common/nodeRef";
import { Regions } from "../nodes/arrange/regions";
import { exportFleetTable, type TableExportTools } from "./export/exportTable";
import { fleetActions } from "./fleetActions";
import { FleetPanel, type FleetPanelContext } from "./fleetPanel";
import { fleetKey, type FleetSubject, fleetSubjectIn, fleetTitle } from "./fleetSubject";
import { SavedViews } from "./savedViews";

export interface FleetPanelsOptions {
  readonly extension: Uri;
  readonly fleet: Fleet;
  readonly servers: ReadonlySetting<ServersSetting>;
  readonly globalState: Memory;
  readonly favorites: FleetPanelContext["favorites"];
  readonly notifications: Pick<Notifications, "info">;
  readonly logger: Logger;
}

/** Pages of the fleet: one of all servers, and one for each server or group that it was opened for. */
export class FleetPanels implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly panels: PanelSet<FleetSubject, FleetPanel>;

  constructor(private readonly options: FleetPanelsOptions) {
    const { fleet, servers, extension } = options;
    const context = this.#createContext();
    this.panels = this.#disposables.add(
      new PanelSet<FleetSubject, FleetPanel>({
        page: {
          name: "fleet",
          viewType: panelIds.fleet,
          icon: "fleet",
          loading: l10n.t("Loading…"),
        },
        openTab: (...tab) => openWebviewTab(extension, ...tab),
        keyOf: fleetKey,
        titleOf: (subject) => fleetTitle(subject, (id) => fleet.get(id)?.name),
        serversOf: ({ serverId }) =>
          serverId === undefined ? servers.value.servers.map(({ baseUrl }) => baseUrl) : [serverId],
        hasServer: (id) => servers.value.servers.some(({ baseUrl }) => baseUrl === id),
        subjectIn: fleetSubjectIn,
        create: (subject, frame) => {
          const panel = new FleetPanel(subject, frame, context);
          panel.onDidChangeVisibleNodes(() => this.#updateVisibleNodes());
          return panel;
        },
      }),
    );
    this.#disposables.add(this.panels.onDidChange(() => this.#updateVisibleNodes()));
  }

  /** Brings the page to the front, or opens it. */
  open(subject: FleetSubject = {}): void {
    this.panels.open(subject);
  }

  filter(): void {
    this.panels.active?.content.focusFilter();
  }

  async export(): Promise<void> {
    const { active } = this.panels;
    if (active === undefined) return;
    const choice = await pickExport(l10n.t("Export {0}", active.tab.title), ["csv", "json"]);
    if (choice !== undefined) active.content.requestExport(choice.format, choice.target);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #updateVisibleNodes(): void {
    const visible = this.panels.all.flatMap(({ content }) => content.visibleNodes);
    this.options.fleet.setVisibleNodes("fleet", byServer(visible));
  }

  #createContext(): FleetPanelContext {
    const { fleet, favorites, globalState, notifications, logger } = this.options;
    const choices = new MementoValue(globalState, "fleet.choices", isRecord, {});
    return {
      fleet,
      favorites,
      choices: {
        get: () => readChoices({ ...defaultChoices, ...choices.get() }),
        set: (chosen) => choices.set({ ...chosen }),
      },
      views: this.#createViews(),
      regions: new Regions(env.language),
      actions: fleetActions(commands.executeCommand),
      runRemedy: async ({ command, arguments: args }) => commands.executeCommand(command, ...args),
      addServer: async () => commands.executeCommand(commandIds.addServer),
      export: (request, title) =>
        exportFleetTable(
          request,
          title === "" ? l10n.t("Fleet") : title,
          exportTools(notifications),
        ),
      translations: vscodeL10n.bundle,
      locale: env.language,
      format: createFormat(env.language),
      clock: systemClock,
      logger,
    };
  }

  #createViews(): SavedViews {
    const changed = this.#disposables.add(new Emitter<undefined>());
    this.#disposables.add(workspaceSettings.onDidChange(() => changed.fire(undefined)));
    return new SavedViews({
      inputs: quickInputs,
      settingOf: (scope) =>
        scope === "user"
          ? userSetting(settingIds.fleetViews)
          : workspaceSetting(settingIds.fleetViews),
      onDidChange: changed.event,
    });
  }
}

function exportTools(notifications: Pick<Notifications, "info">): TableExportTools {
  return {
    save: saveFile,
    copy: (text) => env.clipboard.writeText(text),
    saved: (file) =>
      notifications.info(l10n.t("Nodes exported."), {
        title: l10n.t("Open"),
        run: () => commands.executeCommand("vscode.open", file),
      }),
    copied: () => void window.setStatusBarMessage(l10n.t("Copied"), copiedMessageMs),
    now: () => systemClock.now(),
  };
}

const copiedMessageMs = 3_000;

function byServer(nodes: readonly NodeRef[]): ReadonlyMap<string, ReadonlySet<string>> {
  const uuids = new Map<string, Set<string>>();
  for (const { serverId, uuid } of nodes) {
    const known = uuids.get(serverId);
    if (known === undefined) uuids.set(serverId, new Set([uuid]));
    else known.add(uuid);
  }
  return uuids;
}
