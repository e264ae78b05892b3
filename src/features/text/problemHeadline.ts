import * as l10n from "@vscode/l10n";
import { type Problem, type ProblemCode, type SignInProblem } from "../../komari/problem";
import { type ResponseFacts } from "../../rpc/errors";

type Headlines<Code extends ProblemCode> = Partial<Record<ProblemCode, () => string>> &
  Record<Code, () => string>;

const signInHeadlines: Headlines<SignInProblem> = {
  privateSite: () => l10n.t("Private"),
  keyRejected: () => l10n.t("API key rejected"),
  signedOut: () => l10n.t("Signed out"),
  signInMissing: () => l10n.t("Sign-in missing"),
  signInUnreadable: () => l10n.t("Sign-in not readable"),
  signInPending: () => l10n.t("Sign-in not readable"),
};

const headlines: Headlines<SignInProblem> = {
  ...signInHeadlines,
  notRpcEndpoint: () => l10n.t("Not a Komari site"),
  proxyUnauthorized: () => l10n.t("Blocked by a proxy"),
  tooOld: () => l10n.t("RPC not available"),
  forbidden: () => l10n.t("Access denied"),
  certificate: () => l10n.t("Certificate not accepted"),
  malformed: () => l10n.t("Invalid response"),
  serverCrashed: () => l10n.t("Server error"),
  serverError: () => l10n.t("Server error"),
  tooLarge: () => l10n.t("Response too large"),
  requestTooLarge: () => l10n.t("Request too large"),
  installing: () => l10n.t("Not set up yet"),
  migrating: () => l10n.t("Waiting for its administrator"),
};

/** What the row of a problem is called, in a few words; undefined: nothing is shorter than its sentence. */
export function problemHeadline({ code, data }: Problem): string | undefined {
  if (data?.httpsUrl !== undefined) return l10n.t("HTTPS required");
  if (data?.response && isBlocked(code, data.response)) return l10n.t("Blocked by a proxy");
  return headlines[code]?.();
}

/** For problems that end with a sign-in. */
export function signInHeadline(code: ProblemCode): string | undefined {
  return signInHeadlines[code]?.();
}

/** Something in front of the server wants what we cannot give. */
function isBlocked(code: ProblemCode, response: ResponseFacts): boolean {
  const { asksToSignIn, isChallenge, wantsCertificate, isFromProxy } = response;
  const isFirewall = code === "forbidden" && isFromProxy;
  return asksToSignIn || isChallenge || wantsCertificate || isFirewall;
}
