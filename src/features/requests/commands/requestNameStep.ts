import * as l10n from "@vscode/l10n";
import { invalid, type Navigation, type Step } from "../../../platform/wizard/step";

interface Options {
  readonly title: string;
  /** What stands in the box until something else is typed. */
  readonly suggestion: string;
  /** Names of the other requests beside it. */
  readonly taken: () => readonly string[];
  readonly named: (name: string) => Navigation;
}

export function requestNameStep({ title, suggestion, taken, named }: Options): Step {
  let typed = suggestion;
  return () => ({
    kind: "input",
    title,
    prompt: l10n.t("Request name"),
    value: typed,
    remember: (value) => {
      typed = value;
    },
    accept: (value) => {
      const name = value.trim();
      if (name === "") return invalid(l10n.t("Enter a name."));
      if (taken().includes(name))
        return invalid(l10n.t("A request named {0} already exists.", name));
      return named(name);
    },
  });
}
