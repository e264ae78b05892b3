import * as l10n from "@vscode/l10n";
import { type Identity } from "../../komari/identify";
import { type Product, productOf } from "../../komari/product";

/** Names as their makers write them. */
const names: Readonly<Record<Product, string>> = {
  komari: "Komari",
  nekomari: "Nekomari",
  "komari-lite": "komari-lite",
  fork: "Komari fork",
};

/** In English, for a report. */
export function productName({ methods }: Pick<Identity, "methods">): string {
  return names[productOf(methods)];
}

/**
 * "Komari 1.4.3", "Nekomari 1.6.1"; undefined if the server reveals neither.
 * @param shown escapes the version, which is server text, for where it is shown.
 */
export function productText(
  { methods, version }: Pick<Identity, "methods" | "version">,
  shown: (text: string) => string,
): string | undefined {
  const product = productOf(methods);
  const name = product === "fork" ? l10n.t("Komari fork") : names[product];
  if (version.version !== "") return l10n.t("{0} {1}", name, shown(version.version));
  return product === "komari" ? undefined : name;
}
