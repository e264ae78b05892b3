import * as l10n from "@vscode/l10n";
import { type Identity } from "../../../komari/identify";
import { type ServerConfig } from "../../../settings/config";
import { type QuickInputs } from "../../../platform/quickInput/quickInputs";
import { type Access } from "../access";
import { AddressSteps } from "./addressSteps";
import { type CaFiles } from "./certificateStep";
import { runSteps } from "../../../platform/wizard/multiStep";
import { nameStep, suggestName } from "./serverNameStep";
import { type ServerProbe } from "../serverProbe";
import { type SignInMethod, signInSiteOf } from "./signInChoices";
import { type SignedIn, SignInSteps } from "./signInSteps";
import { type Site, siteLabel } from "./site";
import { done, next, type Navigation, type Step } from "../../../platform/wizard/step";
import { positionIn, signInOrder, type StepFrame } from "./stepFrame";

function newServerTitle(): string {
  return l10n.t("Add Komari Server");
}

export interface NewServer {
  readonly name: string;
  readonly site: Site;
  readonly signedIn: SignedIn;
}

interface AddServerFlowOptions {
  readonly inputs: QuickInputs;
  readonly probe: ServerProbe;
  readonly caFiles: CaFiles;
  readonly servers: readonly ServerConfig[];
  readonly openExternal: (url: string) => unknown;
}

/** URL, sign-in, name: all that is learned on the way, until there is a server to save. */
export class AddServerFlow {
  #site: Site | undefined;
  #method: SignInMethod | undefined;
  #signedIn: SignedIn | undefined;
  #name: string | undefined;
  readonly #opened: Access[] = [];

  readonly #frame: StepFrame = {
    title: () => this.#title(),
    position: (step) => positionIn(["url", ...signInOrder(this.#method), "name"], step),
  };
  readonly #nameStep: Step;

  constructor(private readonly options: AddServerFlowOptions) {
    const taken = () => options.servers.map(({ name }) => name);
    this.#nameStep = nameStep({
      frame: this.#frame,
      taken,
      suggestion: () => this.#suggestion(taken()),
      onName: (name) => {
        this.#name = name;
        return done;
      },
    });
  }

  /** Undefined if cancelled. */
  async run(): Promise<NewServer | undefined> {
    const address = new AddressSteps({
      ...this.options,
      frame: this.#frame,
      title: newServerTitle(),
      url: "",
      certificate: undefined,
      ownerOf: (baseUrl) => this.options.servers.find((one) => one.baseUrl === baseUrl)?.name,
      onSite: (site) => this.#onSite(site),
    });
    const finished = await runSteps(this.options.inputs, address.url);
    if (!finished || !this.#site || !this.#signedIn || this.#name === undefined) return undefined;
    return { name: this.#name, site: this.#site, signedIn: this.#signedIn };
  }

  /** Every sign-in verified during the flow; those not saved must be ended. */
  get opened(): readonly Access[] {
    return this.#opened;
  }

  /** The sign-in starts over for every site, so that a secret typed for one never reaches another. */
  #onSite(site: Site): Navigation {
    this.#site = site;
    this.#method = undefined;
    this.#signedIn = undefined;
    const { method } = new SignInSteps({
      ...this.options,
      frame: this.#frame,
      site: signInSiteOf(site),
      onMethod: (chosen) => {
        this.#method = chosen;
      },
      onSignedIn: (signedIn) => {
        this.#signedIn = signedIn;
        this.#opened.push({ site, credential: signedIn.credential });
        return next(this.#nameStep);
      },
    });
    return next(method);
  }

  get #identity(): Identity | undefined {
    return this.#signedIn?.identity ?? this.#site?.identity;
  }

  #suggestion(taken: readonly string[]): string {
    if (this.#site === undefined) return "";
    return suggestName(this.#identity?.publicInfo.siteName, this.#site.baseUrl, taken);
  }

  #title(): string {
    if (this.#site === undefined) return newServerTitle();
    return l10n.t("Add {0}", siteLabel(this.#site.baseUrl, this.#identity));
  }
}
