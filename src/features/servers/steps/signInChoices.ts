import * as l10n from "@vscode/l10n";
import { type Target } from "../serverProbe";
import { type Site } from "./site";
import { type Choice, type Navigation } from "../../../platform/wizard/step";

export type SignInMethod = "guest" | "apiKey" | "password" | "cookie";

/** What the choice depends on. */
export interface SignInSite extends Target {
  /** Guests see something there. */
  readonly guestsAllowed: boolean;
  readonly passwordsAllowed: boolean;
  readonly plainHttp: boolean;
}

/** A private site does not show guests whether it takes passwords: only a login shows it. */
export function signInSiteOf(site: Site): SignInSite {
  const { baseUrl, tls, plainHttp, identity } = site;
  const passwordsAllowed = identity?.publicInfo.passwordLoginDisabled !== true;
  return { baseUrl, tls, plainHttp, guestsAllowed: identity !== undefined, passwordsAllowed };
}

const icons: Readonly<Record<SignInMethod, string>> = {
  apiKey: "key",
  guest: "eye",
  password: "account",
  cookie: "globe",
};

export function signInChoices(
  site: SignInSite,
  current: SignInMethod | undefined,
  choose: (method: SignInMethod) => Navigation,
): readonly Choice[] {
  const choice = (method: SignInMethod, label: string, detail: string): Choice => ({
    label: `$(${icons[method]}) ${label}`,
    ...(method === "apiKey" && { description: l10n.t("recommended") }),
    detail: site.plainHttp && method !== "guest" ? `${detail} ${unencrypted()}` : detail,
    active: method === current,
    choose: () => choose(method),
  });
  return [
    choice("apiKey", l10n.t("API Key"), l10n.t("Full access. Does not expire.")),
    ...(site.guestsAllowed
      ? [choice("guest", l10n.t("Guest"), l10n.t("See what the site shows to everyone."))]
      : []),
    ...(site.passwordsAllowed
      ? [
          choice(
            "password",
            l10n.t("User Name and Password"),
            l10n.t("Full access for 30 days. Your password is not stored."),
          ),
        ]
      : []),
    choice(
      "cookie",
      l10n.t("Session Cookie"),
      l10n.t("Full access, using your browser's session (for example after OAuth)."),
    ),
  ];
}

function unencrypted(): string {
  return l10n.t("Sent unencrypted: this site uses http.");
}
