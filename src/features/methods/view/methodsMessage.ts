import * as l10n from "@vscode/l10n";
import { type ServerFleet } from "../../../fleet/serverFleet";
import {
  problemMessage,
  connectingMessage,
  icons,
  message,
  type ServerMessage,
} from "../../tree/serverMessage";
import { type MethodList } from "../store/serverMethods";

export type MethodsMessageSource = Pick<ServerFleet, "id" | "name"> & {
  readonly session: Pick<ServerFleet["session"], "state">;
};

/**
 * What there is to say above or in place of a server's methods.
 * @param shown how many of them pass the filter.
 */
export function methodsMessage(
  server: MethodsMessageSource,
  { methods, problem }: MethodList,
  shown: number,
): ServerMessage | undefined {
  const { state } = server.session;
  switch (state.kind) {
    case "idle":
    case "connecting":
      return methods === undefined
        ? connectingMessage(server)
        : noneShown(server, methods.length, shown);
    case "failed":
      return problemMessage(server, state.problem, { connected: false });
    case "ready":
      if (state.warning !== undefined)
        return problemMessage(server, { code: state.warning, detail: "" }, { connected: true });
      if (problem !== undefined) return problemMessage(server, problem, { connected: true });
      if (methods === undefined)
        return message(server, {
          sentence: l10n.t("Loading the methods of {0}…", server.name),
          icon: icons.busy,
        });
      return noneShown(server, methods.length, shown);
  }
}

function noneShown(
  server: MethodsMessageSource,
  total: number,
  shown: number,
): ServerMessage | undefined {
  if (shown > 0) return undefined;
  const sentence =
    total === 0
      ? l10n.t("{0} lists no methods.", server.name)
      : l10n.t("No methods match the filter.");
  return message(server, { sentence, icon: icons.information });
}
