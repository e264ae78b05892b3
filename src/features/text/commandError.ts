import * as l10n from "@vscode/l10n";
import { type CommandId } from "../../manifest/contributions";
import { problemOf } from "../../komari/problem";
import { type Action, type Notifications } from "../../platform/notifications";
import { ServersNotAListError } from "../../settings/serverEntries";
import { type Logger } from "../../util/logger";
import { serversProblemText } from "./inputText";
import { type Execute } from "../common/pickServer";
import { errorText } from "./errorText";
import { problemText } from "./problemText";
import { type Remedy, remedyCommand } from "./remedy";

interface Options {
  readonly notifications: Pick<Notifications, "error" | "warn">;
  readonly execute: Execute;
  readonly logger: Logger;
}

/** What happens when a command fails: a sentence and a way on for people, the cause for the log. */
export function commandErrorHandler(options: Options) {
  return (command: CommandId, error: unknown): void => {
    options.logger.error(`${command} failed`, error);
    if (error instanceof ServersNotAListError) {
      const sentence = serversProblemText({ kind: "notAList" });
      options.notifications.error(sentence, remedyAction(options, "serversSetting"));
      return;
    }
    const { remedy = "showLog" } = problemText(problemOf(error, { kind: "guest" }));
    options.notifications.error(errorText(error), remedyAction(options, remedy));
  };
}

/** Shows the first of several problems, with what can be done about it; the log has every one. */
export function problemReporter(options: Options, remedy: Remedy) {
  return (problems: readonly string[]): void => {
    const [first, ...others] = problems;
    if (first === undefined) return;
    const message =
      others.length === 0 ? first : l10n.t("{0} (and {1} more)", first, others.length);
    options.notifications.warn(
      message,
      remedyAction(options, remedy),
      remedyAction(options, "showLog"),
    );
  };
}

function remedyAction({ execute }: Options, remedy: Remedy): Action {
  const { title, command, arguments: args } = remedyCommand(remedy, undefined);
  return { title, run: () => execute(command, ...args) };
}
