import * as l10n from "@vscode/l10n";
import { parseAddress } from "../../../komari/address";
import { type Problem } from "../../../komari/problem";
import { type CertificateChoice, tlsOf } from "../certificateChoice";
import { type CaFiles, certificateStep } from "./certificateStep";
import { addressText } from "../../text/inputText";
import { isHandshakeBroken } from "../../text/networkReason";
import { problemText } from "../../text/problemText";
import { type ServerProbe } from "../serverProbe";
import { type Site } from "./site";
import {
  back,
  type InputView,
  invalid,
  next,
  type Navigation,
  type Outcome,
  type Step,
} from "../../../platform/wizard/step";
import { type StepFrame } from "./stepFrame";

interface Options {
  readonly probe: ServerProbe;
  readonly caFiles: CaFiles;
  readonly frame: Pick<StepFrame, "position">;
  /** Without the name of a site: another one may be typed. */
  readonly title: string;
  /** What stands in the box at first. */
  readonly url: string;
  /** What to begin with; a choice is good for its own origin only. */
  readonly certificate: { readonly origin: string; readonly choice: CertificateChoice } | undefined;
  /** The name of the server that has this base URL already. */
  readonly ownerOf: (baseUrl: string) => string | undefined;
  readonly onSite: (site: Site) => Navigation;
}

function checkingText(typed: string): string {
  const address = parseAddress(typed);
  return l10n.t("Checking {0}…", address.ok ? address.baseUrl : typed);
}

const system: CertificateChoice = { kind: "system" };

/** Repeats the URL step until a Komari site responds, with a certificate step if necessary. */
export class AddressSteps {
  #typed: string;
  #certificate: Options["certificate"];
  #problem: Problem | undefined;
  #recheck = false;

  readonly url: Step;
  readonly #choose: Step;

  constructor(private readonly options: Options) {
    this.#typed = options.url;
    this.#certificate = options.certificate;
    this.url = () => this.#urlView();
    this.#choose = certificateStep({
      caFiles: options.caFiles,
      title: () => options.title,
      reason: () => (this.#problem === undefined ? "" : problemText(this.#problem).message),
      current: undefined,
      onCertificate: (choice) => this.#retryWith(choice),
    });
  }

  #urlView(): InputView {
    const acceptImmediately = this.#recheck;
    this.#recheck = false;
    return {
      kind: "input",
      title: this.options.title,
      position: this.options.frame.position("url"),
      prompt: l10n.t("URL of your Komari site, as in your browser"),
      placeholder: "https://komari.example.com",
      value: this.#typed,
      checking: checkingText,
      acceptImmediately,
      remember: (value) => {
        this.#typed = value;
      },
      accept: (value, signal) => this.#check(value, signal),
    };
  }

  async #check(typed: string, signal: AbortSignal): Promise<Outcome> {
    const address = parseAddress(typed);
    if (!address.ok) return invalid(addressText(address.problem));
    const { baseUrl } = address;
    const owner = this.options.ownerOf(baseUrl);
    if (owner !== undefined) return invalid(l10n.t("{0} already uses this URL.", owner));
    const certificate = this.#certificateFor(baseUrl);
    const target = { baseUrl, tls: tlsOf(certificate) };
    const inspection = await this.options.probe.inspect(target, { kind: "guest" }, signal);
    const isPrivate = !inspection.ok && inspection.problem.code === "privateSite";
    if (!inspection.ok && !isPrivate) return this.#refuse(baseUrl, inspection.problem);
    this.#typed = baseUrl;
    return this.options.onSite({
      ...target,
      certificate,
      identity: inspection.ok ? inspection.identity : undefined,
      plainHttp: address.warnings.includes("plainHttp"),
    });
  }

  #refuse(baseUrl: string, problem: Problem): Outcome {
    if (problem.code !== "certificate" || isHandshakeBroken(problem.cause)) {
      return invalid(problemText(problem).message);
    }
    this.#problem = problem;
    this.#typed = baseUrl;
    return next(this.#choose);
  }

  #certificateFor(baseUrl: string): CertificateChoice {
    const chosen = this.#certificate;
    return chosen?.origin === new URL(baseUrl).origin ? chosen.choice : system;
  }

  #retryWith(choice: CertificateChoice): Navigation {
    this.#certificate = { origin: new URL(this.#typed).origin, choice };
    this.#recheck = true;
    return back(this.url);
  }
}
