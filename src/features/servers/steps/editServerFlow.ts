import * as l10n from "@vscode/l10n";
import { type Credential } from "../../../komari/credential";
import { type ServerConfig } from "../../../settings/config";
import { plainLabel } from "../../../platform/plainText";
import { type QuickInputs } from "../../../platform/quickInput/quickInputs";
import { type ServerEntry } from "../../../settings/serverEntries";
import { type Access } from "../access";
import { AddressSteps } from "./addressSteps";
import { type CertificateChoice, certificateFields } from "../certificateChoice";
import { type CaFiles, certificateStep } from "./certificateStep";
import { runSteps } from "../../../platform/wizard/multiStep";
import { nameStep } from "./serverNameStep";
import { type ServerProbe } from "../serverProbe";
import { signInSiteOf } from "./signInChoices";
import { SignInSteps } from "./signInSteps";
import { type Site } from "./site";
import { type Choice, done, next, type Navigation, type Step } from "../../../platform/wizard/step";
import { type StepFrame } from "./stepFrame";

export interface ServerEdit {
  readonly changes: Partial<ServerEntry>;
  /** Where the server has moved to, and how it is signed in to there: the old secret stays behind. */
  readonly moved: { readonly baseUrl: string; readonly credential: Credential } | undefined;
}

interface EditServerFlowOptions {
  readonly inputs: QuickInputs;
  readonly probe: ServerProbe;
  readonly caFiles: CaFiles;
  readonly server: ServerConfig;
  readonly others: readonly ServerConfig[];
  /** How its certificate is judged now. */
  readonly certificate: CertificateChoice;
  readonly openExternal: (url: string) => unknown;
  /** The proposed new URL: if given, the flow starts with the URL step. */
  readonly url?: string | undefined;
}

/** The steps to edit a server: which field, then its new value. */
export class EditServerFlow {
  #edit: ServerEdit | undefined;
  readonly #opened: Access[] = [];
  readonly #frame: StepFrame = {
    title: () => l10n.t("Edit {0}", this.options.server.name),
    position: () => undefined,
  };

  constructor(private readonly options: EditServerFlowOptions) {}

  /** Every sign-in verified during the flow; those not saved must be ended. */
  get opened(): readonly Access[] {
    return this.#opened;
  }

  /** Undefined if cancelled. */
  async run(): Promise<ServerEdit | undefined> {
    const { server } = this.options;
    const name = this.#nameStep();
    const { url } = this.#addressSteps();
    const certificate = this.#certificateStep();
    const choices: Choice[] = [
      choice(l10n.t("Name"), server.name, name),
      choice(l10n.t("URL"), server.baseUrl, url),
    ];
    if (server.baseUrl.startsWith("https:")) {
      choices.push(choice(l10n.t("Certificates"), this.#certificateLabel(), certificate));
    }
    choices.push(choice(l10n.t("Read-Only"), onOff(server.readOnly), this.#readOnlyStep()));
    const placeholder = l10n.t("Select what to change");
    if (this.options.url !== undefined) {
      return (await runSteps(this.options.inputs, url)) ? this.#edit : undefined;
    }
    const menu: Step = () => ({ kind: "pick", title: this.#frame.title(), placeholder, choices });
    return (await runSteps(this.options.inputs, menu)) ? this.#edit : undefined;
  }

  #nameStep(): Step {
    return nameStep({
      frame: this.#frame,
      taken: () => this.options.others.map(({ name }) => name),
      suggestion: () => this.options.server.name,
      onName: (name) => this.#finish({ name }),
    });
  }

  #certificateStep(): Step {
    return certificateStep({
      caFiles: this.options.caFiles,
      title: this.#frame.title,
      reason: () => l10n.t("Select how to verify the server's certificate"),
      current: this.options.certificate.kind,
      onCertificate: (chosen) => this.#finish(certificateFields(chosen)),
    });
  }

  #readOnlyStep(): Step {
    const option = (readOnly: boolean, detail: string): Choice => ({
      label: onOff(readOnly),
      detail,
      active: readOnly === this.options.server.readOnly,
      choose: () => this.#finish({ readOnly }),
    });
    return () => ({
      kind: "pick",
      title: this.#frame.title(),
      placeholder: l10n.t("Select which calls to allow"),
      choices: [
        option(true, l10n.t("Block every call that could change this server.")),
        option(false, l10n.t("Allow all calls.")),
      ],
    });
  }

  #addressSteps(): AddressSteps {
    const { probe, caFiles, server, others, certificate } = this.options;
    return new AddressSteps({
      probe,
      caFiles,
      frame: this.#frame,
      title: this.#frame.title(),
      url: this.options.url ?? server.baseUrl,
      certificate: { origin: new URL(server.baseUrl).origin, choice: certificate },
      ownerOf: (baseUrl) => others.find((other) => other.baseUrl === baseUrl)?.name,
      onSite: (site) => this.#onSite(site),
    });
  }

  #onSite(site: Site): Navigation {
    // What was not chosen here stays as it is written, be it a CA file that is missing today.
    const isKept = site.certificate === this.options.certificate;
    const fields = isKept ? {} : certificateFields(site.certificate);
    const changes = { url: site.baseUrl, ...fields };
    if (site.baseUrl === this.options.server.baseUrl) return this.#finish(changes);
    const { method } = new SignInSteps({
      ...this.options,
      frame: this.#frame,
      site: signInSiteOf(site),
      onMethod: () => undefined,
      onSignedIn: ({ credential }) => {
        this.#opened.push({ site, credential });
        return this.#finish(changes, { baseUrl: site.baseUrl, credential });
      },
    });
    return next(method);
  }

  #finish(changes: ServerEdit["changes"], moved?: ServerEdit["moved"]): Navigation {
    this.#edit = { changes, moved };
    return done;
  }

  #certificateLabel(): string {
    const { kind } = this.options.certificate;
    if (kind === "any") return l10n.t("any (insecure)");
    return kind === "caFile" ? (this.options.server.caFile ?? "") : l10n.t("system certificates");
  }
}

function onOff(value: boolean): string {
  return value ? l10n.t("On") : l10n.t("Off");
}

function choice(label: string, description: string, step: Step): Choice {
  return { label, description: plainLabel(description), choose: () => next(step) };
}
