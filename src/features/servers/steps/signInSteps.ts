import * as l10n from "@vscode/l10n";
import { type Credential, parseApiKey, parseSessionCookie } from "../../../komari/credential";
import { type Identity } from "../../../komari/identify";
import {
  apiKeyText,
  rejectedKeyText,
  rejectedSessionText,
  sessionCookieText,
} from "../../text/inputText";
import { PasswordSteps } from "./passwordSteps";
import { problemText } from "../../text/problemText";
import { type ServerProbe } from "../serverProbe";
import { type SignInMethod, signInChoices, type SignInSite } from "./signInChoices";
import {
  type InputView,
  invalid,
  next,
  type Navigation,
  type Outcome,
  type Step,
} from "../../../platform/wizard/step";
import { type StepFrame } from "./stepFrame";

/** A credential that the server has accepted; the identity is undefined for guests. */
export interface SignedIn {
  readonly credential: Credential;
  readonly identity: Identity | undefined;
}

interface Options {
  readonly probe: ServerProbe;
  readonly frame: StepFrame;
  readonly site: SignInSite;
  readonly openExternal: (url: string) => unknown;
  /** The way the server is signed in to now, and the name. */
  readonly current?: { readonly method: SignInMethod; readonly username?: string | undefined };
  /** The frame counts its steps by it. */
  readonly onMethod: (method: SignInMethod) => void;
  readonly onSignedIn: (result: SignedIn) => Navigation;
}

/** Lets the user pick how to sign in and verifies it at the server; only accepted credentials are returned. */
export class SignInSteps {
  #method: SignInMethod | undefined;
  #apiKey = "";
  #cookie = "";
  readonly #password: PasswordSteps;

  readonly method: Step;
  readonly #apiKeyStep: Step;
  readonly #cookieStep: Step;

  constructor(private readonly options: Options) {
    this.#method = options.current?.method;
    this.#password = new PasswordSteps({
      ...options,
      username: options.current?.username ?? "",
      warning: this.#warning(),
      prove: (credential, signal) => this.#prove(credential, signal),
    });
    this.method = () => ({
      kind: "pick",
      title: options.frame.title(),
      position: options.frame.position("method"),
      placeholder: l10n.t("Select how to sign in"),
      choices: signInChoices(options.site, this.#method, (method) => this.#choose(method)),
    });
    this.#apiKeyStep = () => this.#apiKeyView();
    this.#cookieStep = () => this.#cookieView();
  }

  #choose(method: SignInMethod): Navigation {
    this.#method = method;
    this.options.onMethod(method);
    switch (method) {
      case "guest":
        return this.options.onSignedIn({ credential: { kind: "guest" }, identity: undefined });
      case "apiKey":
        return next(this.#apiKeyStep);
      case "password":
        return next(this.#password.username);
      case "cookie":
        return next(this.#cookieStep);
    }
  }

  #apiKeyView(): InputView {
    return {
      kind: "input",
      title: this.options.frame.title(),
      position: this.options.frame.position("apiKey"),
      prompt: l10n.t("API key, from Settings > Sign-On in the dashboard"),
      placeholder: l10n.t("API key"),
      password: true,
      value: this.#apiKey,
      checking: () => this.#checkingText(),
      button: {
        icon: "link-external",
        tooltip: l10n.t("Open the Dashboard's Sign-On Settings"),
        press: () =>
          this.options.openExternal(`${this.options.site.baseUrl}/admin/settings/sign-on`),
      },
      warning: this.#warning(),
      remember: (value) => {
        this.#apiKey = value;
      },
      accept: async (value, signal) => {
        const parsed = parseApiKey(value);
        if (!parsed.ok) return invalid(apiKeyText(parsed.problem));
        return this.#prove(parsed.credential, signal, rejectedKeyText(parsed.warning));
      },
    };
  }

  #cookieView(): InputView {
    return {
      kind: "input",
      title: this.options.frame.title(),
      position: this.options.frame.position("cookie"),
      prompt: l10n.t("The session_token cookie, from your browser's developer tools"),
      placeholder: "session_token=…",
      password: true,
      value: this.#cookie,
      checking: () => this.#checkingText(),
      warning: this.#warning(),
      remember: (value) => {
        this.#cookie = value;
      },
      accept: async (value, signal) => {
        const parsed = parseSessionCookie(value);
        if (!parsed.ok) return invalid(sessionCookieText(parsed.problem));
        return this.#prove(parsed.credential, signal, rejectedSessionText());
      },
    };
  }

  #checkingText(): string {
    return l10n.t("Signing in to {0}…", new URL(this.options.site.baseUrl).host);
  }

  #warning(): string | undefined {
    return this.options.site.plainHttp
      ? l10n.t("This site uses http. What you enter is sent unencrypted.")
      : undefined;
  }

  async #prove(credential: Credential, signal: AbortSignal, rejected?: string): Promise<Outcome> {
    const inspection = await this.options.probe.inspect(this.options.site, credential, signal);
    if (inspection.ok)
      return this.options.onSignedIn({ credential, identity: inspection.identity });
    const { problem } = inspection;
    const isRejected = problem.code === "keyRejected" || problem.code === "signedOut";
    return invalid((isRejected ? rejected : undefined) ?? problemText(problem).message);
  }
}
