import * as l10n from "@vscode/l10n";
import { commandIds } from "../../manifest/contributions";
import { type CommandRegistry } from "../../platform/commandRegistry";
import { type Notifications } from "../../platform/notifications";
import { type Demo } from "./demo";

export interface DemoCommandOptions {
  readonly demo: Pick<Demo, "start" | "end">;
  readonly notifications: Pick<Notifications, "info">;
  readonly focusNodes: () => unknown;
}

export function registerDemoCommands(
  registry: Pick<CommandRegistry, "register">,
  { demo, notifications, focusNodes }: DemoCommandOptions,
): void {
  registry.register(commandIds.tryDemo, async () => {
    if (await demo.start()) await focusNodes();
    else notifications.info(l10n.t("The demo is available while no server has been added."));
  });
  registry.register(commandIds.endDemo, () => demo.end());
}
