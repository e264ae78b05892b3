import * as l10n from "@vscode/l10n";
import { type CertificateChoice, type ReadCaFile } from "../certificateChoice";
import { caFileText } from "../../text/inputText";
import {
  back,
  type Choice,
  next,
  type Navigation,
  type PickView,
  type Step,
} from "../../../platform/wizard/step";

export interface CaFiles {
  /** Undefined if cancelled. */
  readonly choose: () => Promise<string | undefined>;
  readonly read: ReadCaFile;
}

type Current = CertificateChoice["kind"] | undefined;

interface Options {
  readonly caFiles: CaFiles;
  readonly title: () => string;
  /** Why the question comes up. */
  readonly reason: () => string;
  /** What holds now, when it may be kept or undone; undefined when it has just failed. */
  readonly current: Current;
  readonly onCertificate: (choice: CertificateChoice) => Navigation | Promise<Navigation>;
}

/** Lets the user pick how to verify a certificate that the system does not trust. */
export function certificateStep(options: Options): Step {
  let errorMessage: string | undefined;
  const file: Step = () => ({
    kind: "dialog",
    run: async () => {
      const path = await options.caFiles.choose();
      if (path === undefined) return back();
      const ca = await options.caFiles.read(path);
      if (ca.ok) return options.onCertificate({ kind: "caFile", path, pem: ca.pem });
      errorMessage = caFileText(ca.problem, path);
      return back();
    },
  });
  return (): PickView => {
    const placeholder = errorMessage ?? options.reason();
    errorMessage = undefined;
    const { current } = options;
    const choices: Choice[] = [caFileChoice(current, file), anyChoice(current, options)];
    if (current !== undefined) choices.unshift(systemChoice(current, options));
    return { kind: "pick", title: options.title(), placeholder, choices };
  };
}

function systemChoice(current: Current, { onCertificate }: Options): Choice {
  return {
    label: l10n.t("Use System Certificates"),
    active: current === "system",
    choose: () => onCertificate({ kind: "system" }),
  };
}

function caFileChoice(current: Current, file: Step): Choice {
  return {
    label: l10n.t("Choose CA File…"),
    detail: l10n.t("Trust only certificates issued by the authority in this file."),
    active: current === "caFile",
    choose: () => next(file),
  };
}

function anyChoice(current: Current, { onCertificate }: Options): Choice {
  return {
    label: l10n.t("$(warning) Accept Any Certificate (Insecure)"),
    detail: l10n.t(
      "Anyone on the network can impersonate this server and read your key or password.",
    ),
    active: current === "any",
    choose: () => onCertificate({ kind: "any" }),
  };
}
