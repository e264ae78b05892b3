import { commandIds } from "../../manifest/contributions";
import { type CommandRegistry } from "../../platform/commandRegistry";
import { type Methods } from "./methods";

/** Each is called with the row it was chosen on, if any, and all that are selected. */
export function registerMethodCommands(
  registry: Pick<CommandRegistry, "register">,
  methods: Pick<Methods, "explorer">,
): void {
  registry.register(commandIds.callMethod, async (clicked, all) =>
    (await methods.explorer()).call(clicked, all),
  );
  registry.register(commandIds.filterMethods, async () => (await methods.explorer()).enterFilter());
  registry.register(commandIds.clearMethodFilter, async () =>
    (await methods.explorer()).clearFilter(),
  );
  registry.register(commandIds.refreshMethods, async () => (await methods.explorer()).refresh());
  registry.register(commandIds.toggleInternalMethods, async () =>
    (await methods.explorer()).toggleInternal(),
  );
  registry.register(commandIds.addFavoriteMethod, async (clicked, all) =>
    (await methods.explorer()).setFavorite(clicked, all, true),
  );
  registry.register(commandIds.removeFavoriteMethod, async (clicked, all) =>
    (await methods.explorer()).setFavorite(clicked, all, false),
  );
  registry.register(commandIds.copyMethodName, async (clicked, all) =>
    (await methods.explorer()).copyNames(clicked, all),
  );
}
