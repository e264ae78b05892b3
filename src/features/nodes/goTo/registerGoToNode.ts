import { commandIds } from "../../../manifest/contributions";
import { type CommandRegistry } from "../../../platform/commandRegistry";
import { type GoToNodeOptions } from "./goToNode";

/** The code of the box is read when it is first opened. */
export function registerGoToNode(
  registry: Pick<CommandRegistry, "register">,
  options: GoToNodeOptions,
): void {
  registry.register(commandIds.goToNode, async () => {
    const { goToNode } = await import("./goToNode");
    await goToNode(options);
  });
}
