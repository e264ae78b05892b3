import * as l10n from "@vscode/l10n";
import { type Credential } from "../../../komari/credential";
import { loginText } from "../../text/inputText";
import { problemText } from "../../text/problemText";
import { type LoginOutcome, type ServerProbe, type Target } from "../serverProbe";
import {
  type InputView,
  invalid,
  next,
  type Outcome,
  type Step,
} from "../../../platform/wizard/step";
import { type StepFrame } from "./stepFrame";

interface Options {
  readonly probe: ServerProbe;
  readonly frame: StepFrame;
  readonly site: Target;
  readonly username: string;
  readonly warning: string | undefined;
  /** Shows the new session to the server before it is believed. */
  readonly prove: (credential: Credential, signal: AbortSignal) => Promise<Outcome>;
}

/** User name, password and, when the server requires it, the code of the second factor. */
export class PasswordSteps {
  #username: string;
  #password = "";
  #code = "";

  readonly username: Step = () => this.#usernameView();
  readonly #passwordStep: Step = () => this.#passwordView();
  readonly #codeStep: Step = () => this.#codeView();

  constructor(private readonly options: Options) {
    this.#username = options.username;
  }

  #usernameView(): InputView {
    return {
      kind: "input",
      title: this.options.frame.title(),
      position: this.options.frame.position("username"),
      prompt: l10n.t("Your user name on this site"),
      value: this.#username,
      warning: this.options.warning,
      remember: (value) => {
        this.#username = value;
      },
      accept: (value) => {
        this.#username = value.trim();
        if (this.#username === "") return invalid(l10n.t("Enter the user name."));
        return next(this.#passwordStep);
      },
    };
  }

  #passwordView(): InputView {
    return {
      kind: "input",
      title: this.options.frame.title(),
      position: this.options.frame.position("password"),
      prompt: l10n.t("Password for {0}", this.#username),
      password: true,
      value: this.#password,
      checking: () => this.#checkingText(),
      warning: this.options.warning,
      remember: (value) => {
        this.#password = value;
      },
      accept: (value, signal) => {
        if (value === "") return invalid(l10n.t("Enter the password."));
        this.#password = value;
        return this.#login(undefined, signal);
      },
    };
  }

  #codeView(): InputView {
    return {
      kind: "input",
      title: this.options.frame.title(),
      prompt: l10n.t("Two-factor code from your authenticator app"),
      placeholder: "123456",
      value: this.#code,
      checking: () => this.#checkingText(),
      remember: (value) => {
        this.#code = value;
      },
      accept: (value, signal) => {
        const code = value.replace(/\s/gu, "");
        if (code === "") return invalid(loginText("codeRequired"));
        return this.#login(code, signal);
      },
    };
  }

  #checkingText(): string {
    return l10n.t("Signing in to {0}…", new URL(this.options.site.baseUrl).host);
  }

  async #login(code: string | undefined, signal: AbortSignal): Promise<Outcome> {
    const request = { username: this.#username, password: this.#password, code };
    const response = await this.options.probe.login(this.options.site, request, signal);
    if (!response.ok) return this.#refused(response, code);
    const credential = {
      kind: "session",
      token: response.token,
      username: this.#username,
    } as const;
    // Until it is accepted, this session is known only here, so it must be ended here.
    let isAccepted = false;
    try {
      const outcome = await this.options.prove(credential, signal);
      isAccepted = outcome.kind !== "invalid";
      return outcome;
    } finally {
      if (!isAccepted) void this.options.probe.logout(this.options.site, response.token);
    }
  }

  #refused(response: Exclude<LoginOutcome, { ok: true }>, code: string | undefined): Outcome {
    if (response.reason === "problem") return invalid(problemText(response.problem).message);
    if (response.reason === "codeRequired" && code === undefined) {
      // An old code cannot be used again.
      this.#code = "";
      return next(this.#codeStep);
    }
    return invalid(loginText(response.reason, response.retryAfterMs));
  }
}
