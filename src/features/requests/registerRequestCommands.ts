import { commandIds } from "../../manifest/contributions";
import { type CommandRegistry } from "../../platform/commandRegistry";
import { type Requests } from "./requests";

export function registerRequestCommands(
  registry: Pick<CommandRegistry, "register">,
  requests: Pick<Requests, "loaded">,
): void {
  const first = (name: "open" | "run" | "save" | "showResponse" | "rename") => {
    return async (clicked: unknown) => (await requests.loaded()).commands[name](clicked);
  };
  const several = (name: "compareResponses" | "delete") => {
    return async (clicked: unknown, all: unknown) =>
      (await requests.loaded()).commands[name](clicked, all);
  };
  registry.register(commandIds.openRequest, first("open"));
  registry.register(commandIds.runRequest, first("run"));
  registry.register(commandIds.saveRequest, first("save"));
  registry.register(commandIds.showAnswer, first("showResponse"));
  registry.register(commandIds.renameRequest, first("rename"));
  registry.register(commandIds.compareAnswers, several("compareResponses"));
  registry.register(commandIds.deleteRequest, several("delete"));
  registry.register(commandIds.clearHistory, async () =>
    (await requests.loaded()).commands.clearHistory(),
  );
}
