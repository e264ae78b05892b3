import * as l10n from "@vscode/l10n";
import { element } from "../../lib/dom";
import { costOf, nextRenewals } from "../state/cost";
import { amountsText } from "../state/footTotals";
import { type FootView } from "./footView";

const renewalsShown = 8;

/** What the nodes cost per month, what counts in no sum and why, and which contracts end next. */
export function costSheet({
  store,
  format,
  shown,
  selected,
  groups,
}: FootView): readonly HTMLElement[] {
  const slots = selected.length > 1 ? selected : shown;
  const cost = costOf(store, slots);
  const counts: readonly (readonly [string, string])[] = [
    [l10n.t("A month"), amountsText(cost.monthly, format)],
    ...(cost.paidOnce > 0
      ? [[l10n.t("Paid once ({0})", cost.paidOnce), amountsText(cost.once, format)] as const]
      : []),
    ...countRow(l10n.t("Free"), cost.free),
    ...countRow(l10n.t("Price without a cycle"), cost.withoutCycle),
    ...countRow(l10n.t("No price set"), cost.unset),
  ];
  const chosen = new Set(slots);
  const perGroup = (groups ?? []).flatMap(({ label, slots: members }) => {
    const { monthly } = costOf(
      store,
      members.filter((slot) => chosen.has(slot)),
    );
    return monthly.length === 0 ? [] : [[label, amountsText(monthly, format)] as const];
  });
  const renewals = nextRenewals(store, slots, renewalsShown).map(({ slot, days }) => {
    const day = days < 1 ? l10n.t("today") : format.inDays(days);
    const name = store.node(slot)?.name ?? "";
    return [
      name,
      store.node(slot)?.autoRenewal === true ? l10n.t("renews {0}", day) : day,
    ] as const;
  });
  return [
    section(l10n.t("Cost"), counts),
    ...(perGroup.length > 1 ? [section(l10n.t("A month, by group"), perGroup)] : []),
    ...(renewals.length > 0 ? [section(l10n.t("Next to expire"), renewals)] : []),
  ];
}

function countRow(label: string, count: number): readonly (readonly [string, string])[] {
  if (count === 0) return [];
  return [[label, count === 1 ? l10n.t("1 node") : l10n.t("{0} nodes", count)]];
}

function section(title: string, rows: readonly (readonly [string, string])[]): HTMLElement {
  const lines = rows.map(([label, value]) =>
    element("div", { class: "cost-row" }, element("dt", {}, label), element("dd", {}, value)),
  );
  return element("section", {}, element("h2", {}, title), element("dl", {}, ...lines));
}
