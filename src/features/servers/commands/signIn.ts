import * as l10n from "@vscode/l10n";
import { parseAddress } from "../../../komari/address";
import { type Credential, isSameCredential } from "../../../komari/credential";
import { type Session } from "../../../komari/session";
import { type ServerConfig } from "../../../settings/config";
import { type ServerEntries } from "../../../settings/serverEntries";
import { type Logger } from "../../../util/logger";
import { type Access, endSession, endUnusedSessions } from "../access";
import { certificateOf, tlsOf } from "../certificateChoice";
import { type CaFiles } from "../steps/certificateStep";
import { runSteps } from "../../../platform/wizard/multiStep";
import { storeCredential, type StoreCredentialUi } from "./storeCredential";
import { markSignIn } from "./markSignIn";
import { pickServer, type PickServerOptions } from "../../common/pickServer";
import { type ServerProbe } from "../serverProbe";
import { type SignInMethod, type SignInSite } from "../steps/signInChoices";
import { SignInSteps } from "../steps/signInSteps";
import { done } from "../../../platform/wizard/step";
import { positionIn, signInOrder, type StepFrame } from "../steps/stepFrame";

export interface SignInOptions extends PickServerOptions {
  readonly notifications: PickServerOptions["notifications"] & StoreCredentialUi["notifications"];
  readonly logger: Logger;
  readonly probe: ServerProbe;
  readonly openExternal: (url: string) => unknown;
  readonly caFiles: Pick<CaFiles, "read">;
  readonly credentials: StoreCredentialUi["credentials"];
  readonly entries: Pick<ServerEntries, "change">;
  readonly fleet: SessionsById<"state" | "reconnect">;
}

export async function signIn(options: SignInOptions, argument: unknown): Promise<void> {
  const server = await pickServer(options, argument, l10n.t("Sign In"));
  if (server === undefined) return;
  const { name, baseUrl } = server;
  const session = options.fleet.get(baseUrl)?.session;
  const { choice } = await certificateOf(server, options.caFiles.read);
  const site = { ...siteOf(server, session), tls: tlsOf(choice) };
  const old = await options.credentials.get(baseUrl);
  const opened: Access[] = [];
  let stored: Credential | undefined;
  try {
    const credential = await ask(options, name, site, old, opened);
    if (credential === undefined) return;
    await storeCredential(options, server, credential);
    stored = credential;
    await markSignIn(options, server, credential);
    // The fleet sees no change when the same key is entered again, now that the server takes it.
    if (isSameCredential(old, credential)) session?.reconnect();
    else void endSession(options, { site, credential: old });
  } finally {
    await endUnusedSessions(options, opened, stored);
  }
}

/**
 * @param opened gets every credential that the server has accepted.
 * @returns undefined if cancelled.
 */
async function ask(
  options: SignInOptions,
  name: string,
  site: SignInSite,
  old: Credential,
  opened: Access[],
): Promise<Credential | undefined> {
  let method = methodOf(old);
  let kept: Credential | undefined;
  const frame: StepFrame = {
    title: () => l10n.t("Sign In to {0}", name),
    position: (step) => positionIn(signInOrder(method), step),
  };
  const steps = new SignInSteps({
    ...options,
    frame,
    site,
    ...(method && { current: { method, username: usernameOf(old) } }),
    onMethod: (chosen) => {
      method = chosen;
    },
    onSignedIn: ({ credential }) => {
      kept = credential;
      opened.push({ site, credential });
      return done;
    },
  });
  return (await runSteps(options.inputs, steps.method)) ? kept : undefined;
}

/** Guest is no choice here: that is what Sign Out is for. */
function siteOf({ baseUrl }: ServerConfig, session: Pick<Session, "state"> | undefined) {
  const state = session?.state;
  const publicInfo = state?.kind === "ready" ? state.identity.publicInfo : undefined;
  const address = parseAddress(baseUrl);
  return {
    baseUrl,
    guestsAllowed: false,
    passwordsAllowed: publicInfo?.passwordLoginDisabled !== true,
    plainHttp: address.ok && address.warnings.includes("plainHttp"),
  };
}

function usernameOf(credential: Credential): string | undefined {
  return credential.kind === "session" ? credential.username : undefined;
}

function methodOf(credential: Credential): SignInMethod | undefined {
  switch (credential.kind) {
    case "guest":
      return undefined;
    case "apiKey":
      return "apiKey";
    case "session":
      return usernameOf(credential) === undefined ? "cookie" : "password";
  }
}

/** What commands use of the fleet: some members of a server's session. */
export interface SessionsById<K extends keyof Session> {
  get(serverId: string): { readonly session: Pick<Session, K> } | undefined;
}
