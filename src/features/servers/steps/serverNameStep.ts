import * as l10n from "@vscode/l10n";
import { invalid, type Navigation, type Step } from "../../../platform/wizard/step";
import { type StepFrame } from "./stepFrame";

interface Options {
  readonly frame: StepFrame;
  /** Names of the other servers. */
  readonly taken: () => readonly string[];
  /** What stands in the box until something else is typed. */
  readonly suggestion: () => string;
  readonly onName: (name: string) => Navigation;
}

export function nameStep({ frame, taken, suggestion, onName }: Options): Step {
  let typed: string | undefined;
  return () => ({
    kind: "input",
    title: frame.title(),
    position: frame.position("name"),
    prompt: l10n.t("Display name in VS Code"),
    value: typed ?? suggestion(),
    remember: (value) => {
      typed = value;
    },
    accept: (value) => {
      const name = value.trim();
      if (name === "") return invalid(l10n.t("Enter a name."));
      if (taken().includes(name))
        return invalid(l10n.t("A server named {0} already exists.", name));
      return onName(name);
    },
  });
}

/** The site's name, with the host added if another server has the same name: many sites use the default. */
export function suggestName(
  siteName: string | undefined,
  baseUrl: string,
  taken: readonly string[],
): string {
  const { host, pathname } = new URL(baseUrl);
  const place = pathname === "/" ? host : host + pathname;
  const name = siteName?.trim() ?? "";
  const candidates = name === "" ? [place] : [name, `${name} (${place})`];
  return candidates.find((candidate) => !taken.includes(candidate)) ?? place;
}
