import * as l10n from "@vscode/l10n";
import { type Format } from "../../../src/shared/format";
import { type ColumnSource } from "./columnTable";
import { type Amounts, costOf } from "./cost";
import { totalOf } from "./totals";

/** "CPU 22%", "RAM 51%", "↓ 182M ↑ 96M", "Traffic 41T of 90T": what is known of these nodes together. */
export function footTotals(
  source: ColumnSource,
  slots: readonly number[],
  format: Format,
): readonly string[] {
  const cpu = totalOf(source, "cpu", slots);
  const memory = totalOf(source, "memory", slots);
  const down = totalOf(source, "network", slots);
  const up = totalOf(source, "network", slots, true);
  return [
    ...(Number.isNaN(cpu) ? [] : [l10n.t("CPU {0}", format.percent(cpu))]),
    ...(Number.isNaN(memory) ? [] : [l10n.t("RAM {0}", format.percent(memory))]),
    ...(Number.isNaN(down) || Number.isNaN(up)
      ? []
      : [`↓ ${format.shortRate(down)} ↑ ${format.shortRate(up)}`]),
    ...trafficTotal(source, slots, format),
  ];
}

/** Of the nodes with a quota what they have used of it; of none, what all have used. */
function trafficTotal(
  source: ColumnSource,
  slots: readonly number[],
  format: Format,
): readonly string[] {
  const limited = slots.filter((slot) => (source.node(slot)?.trafficLimit ?? 0) > 0);
  const used = totalOf(source, "traffic", limited.length > 0 ? limited : slots);
  if (Number.isNaN(used)) return [];
  if (limited.length === 0) return [l10n.t("Traffic {0}", format.shortRate(used))];
  const limit = limited.reduce((sum, slot) => sum + (source.node(slot)?.trafficLimit ?? 0), 0);
  return [l10n.t("Traffic {0} of {1}", format.shortRate(used), format.shortRate(limit))];
}

/** The sheet of costs has the others. */
const maxCurrencies = 2;

/** "$412.60 + €80"; undefined: nothing is paid for each month. */
export function monthlyCostText(
  source: ColumnSource,
  slots: readonly number[],
  format: Format,
): string | undefined {
  const { monthly } = costOf(source, slots);
  if (monthly.length === 0) return undefined;
  const shown = amountsText(monthly.slice(0, maxCurrencies), format);
  const rest = monthly.length - maxCurrencies;
  const text = rest > 0 ? l10n.t("{0} + {1} more currencies", shown, rest) : shown;
  return l10n.t("{0} a month", text);
}

export function amountsText(amounts: Amounts, format: Format): string {
  return amounts
    .map(({ currency, amount }) => `${currency}${format.number(amount, amount < 1000 ? 2 : 0)}`)
    .join(" + ");
}
