import * as l10n from "@vscode/l10n";
import { type Role } from "../../../komari/model/model";
import { plainLabel } from "../../../platform/plainText";
import { type MethodSpec } from "../../../shared/call/methodSpec";
import { riskText } from "../../../shared/call/methodTexts";
import { byNamespace } from "../view/arrangeMethods";
import { deniedIcon, methodLabel, namespaceLabel } from "../view/methodRow";
import { isDenied, isInternal, riskIcons, summaryOf } from "../view/methodWords";

/** A row of the quick pick, or a line with a heading between rows. */
export type MethodItem =
  | { readonly kind: "heading"; readonly label: string }
  | {
      readonly kind: "method";
      readonly method: string;
      readonly label: string;
      readonly description: string;
      readonly isFavorite: boolean;
    };

export interface MethodItemsContext {
  readonly role: Role | undefined;
  readonly internal: boolean;
  /** Full names, the latest first. */
  readonly recent: readonly string[];
  readonly favorites: ReadonlySet<string>;
}

/** Every method once: the recently used ones first, then the favorites, then the others. */
export function methodItems(
  methods: readonly MethodSpec[],
  context: MethodItemsContext,
): readonly MethodItem[] {
  const visible = methods.filter((spec) => context.internal || !isInternal(spec));
  const byName = new Map(visible.map((spec) => [spec.name, spec]));
  const recent = context.recent.flatMap((name) => byName.get(name) ?? []);
  const used = new Set(recent);
  const starred = visible.filter((spec) => context.favorites.has(spec.name) && !used.has(spec));
  const first = new Set([...recent, ...starred]);
  const others = byNamespace(visible.filter((spec) => !first.has(spec)));
  const section = (label: string, specs: readonly MethodSpec[]): MethodItem[] =>
    specs.length === 0
      ? []
      : [{ kind: "heading", label }, ...specs.map((spec) => methodItem(spec, context))];
  return [
    ...section(l10n.t("Recently used"), recent),
    ...section(l10n.t("Favorites"), starred),
    ...others.flatMap((group) => section(groupLabel(group), group.methods)),
  ];
}

function groupLabel({ key }: ReturnType<typeof byNamespace>[number]): string {
  return key.kind === "favorites" ? l10n.t("Favorites") : plainLabel(namespaceLabel(key.name));
}

function methodItem(spec: MethodSpec, { role, favorites }: MethodItemsContext): MethodItem {
  const denied = isDenied(spec, role);
  const icon = denied ? deniedIcon : riskIcons[spec.risk];
  const words = [summaryOf(spec), ...notableTexts(spec, denied)];
  return {
    kind: "method",
    method: spec.name,
    label: `$(${icon.id}) ${plainLabel(methodLabel(spec.name))}`,
    description: plainLabel(words.filter((text) => text !== "").join(" · ")),
    isFavorite: favorites.has(spec.name),
  };
}

/** Labels of methods that are not plainly read-only or not available to the role. */
function notableTexts(spec: MethodSpec, denied: boolean): readonly string[] {
  const isPlain = spec.risk === "read" && spec.guessed !== true;
  return [
    ...(isPlain ? [] : [riskText(spec)]),
    ...(denied ? [l10n.t("Not available to your role")] : []),
  ];
}
