import * as l10n from "@vscode/l10n";
import { commands, env, type ExtensionContext, version as vscodeVersion } from "vscode";
import { settingIds, walkthroughId } from "../manifest/contributions";
import { type Demo } from "../features/demo/demo";
import { readCaFile } from "../platform/caFile";
import { problemReporter } from "../features/text/commandError";
import { registerServerCommands } from "../features/servers/commands/registerServerCommands";
import { createServerProbe } from "../features/servers/serverProbe";
import { ServerSync } from "../features/servers/serverSync";
import { type Fleet } from "../fleet/fleet";
import { type CommandRegistry } from "../platform/commandRegistry";
import { type ServersSetting } from "../settings/config";
import { type Log } from "../platform/log";
import { MementoValue } from "../platform/mementoValue";
import { type Notifications } from "../platform/notifications";
import { ownUserAgent } from "../platform/userAgent";
import { openExternal } from "../platform/openExternal";
import { openFile } from "../platform/openFile";
import { quickInputs } from "../platform/quickInput/quickInputs";
import { CredentialStore } from "../platform/credentialStore";
import { isRecordsByUrl, SignInRecords } from "../platform/signInRecords";
import { ServerEntries } from "../settings/serverEntries";
import { type Setting } from "../settings/setting";
import { userSetting } from "../settings/workspaceSettings";
import { type WindowActivity } from "../platform/windowActivity";
import { systemClock } from "../util/clock";
import { type DisposableStore } from "../util/disposable";

export interface ServersContext {
  readonly fleet: Fleet;
  readonly servers: Setting<ServersSetting>;
  readonly maxResponseBytes: Setting<number>;
  readonly messages: Parameters<typeof problemReporter>[0] & {
    readonly notifications: Notifications;
  };
  readonly registry: CommandRegistry;
  readonly log: Log;
  readonly demo: Demo;
  readonly focusNodes: () => unknown;
  readonly activity: Pick<WindowActivity, "onDidChangeFocus">;
}

/** Connecting to the servers of the settings, and the commands about them. */
export function createServers(
  store: DisposableStore,
  context: ExtensionContext,
  {
    fleet,
    servers,
    maxResponseBytes,
    messages,
    registry,
    log,
    demo,
    focusNodes,
    activity,
  }: ServersContext,
): void {
  const { extension } = context;
  const credentials = store.add(createCredentials(context, log));
  const sync = store.add(
    new ServerSync({
      servers: demo,
      maxResponseBytes,
      credentials: {
        get: async (baseUrl, isMarked) =>
          demo.credentialOf(baseUrl) ?? credentials.get(baseUrl, isMarked),
        onDidChange: credentials.onDidChange,
      },
      fleet,
      report: problemReporter(messages, "serversSetting"),
      reportSignIns: problemReporter(messages, "signIn"),
      readCa: readCaFile,
      onDidChangeFocus: activity.onDidChangeFocus,
      clock: systemClock,
      logger: log,
    }),
  );
  const { version } = extension.packageJSON as { readonly version: string };
  registerServerCommands(registry, {
    ...messages,
    servers,
    allServers: demo,
    credentials,
    fleet,
    sync,
    log,
    openExternal,
    inputs: quickInputs,
    probe: createServerProbe(() => maxResponseBytes.value, ownUserAgent(extension)),
    caFiles: { read: readCaFile, choose: chooseCaFile },
    entries: new ServerEntries(userSetting(settingIds.servers)),
    clock: systemClock,
    versions: { extension: version, vscode: vscodeVersion },
    copy: (text) => env.clipboard.writeText(text),
    focusNodes,
    openWalkthrough: () => openWalkthrough(extension.id),
  });
  void sync.sync();
}

function openWalkthrough(extensionId: string): Thenable<unknown> {
  return commands.executeCommand(
    "workbench.action.openWalkthrough",
    `${extensionId}#${walkthroughId}`,
  );
}

function createCredentials({ secrets, globalState }: ExtensionContext, log: Log): CredentialStore {
  const memory = new MementoValue(globalState, "servers.signIns", isRecordsByUrl, {});
  return new CredentialStore(secrets, new SignInRecords(memory, log), systemClock, log);
}

function chooseCaFile(): Promise<string | undefined> {
  return openFile(l10n.t("Choose a CA File"), {
    [l10n.t("Certificates")]: ["pem", "crt", "cer"],
    [l10n.t("All files")]: ["*"],
  });
}
