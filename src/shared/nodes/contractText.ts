import * as l10n from "@vscode/l10n";
import { daysBetween, type Expiry, laterToday, type Price } from "./contract";
import { type Format } from "../format";

/** @param quote makes the currency, which is a server's text, harmless where the price is shown. */
export function priceText(price: Price, quote: (text: string) => string, format: Format): string {
  if (price.kind === "free") return l10n.t("free");
  const amount = `${quote(price.currency)}${format.price(price.amount)}`;
  const cycle = cycleText(price.cycle, format);
  return cycle === undefined ? amount : `${amount} ${cycle}`;
}

/** The ranges of days that the official page counts as one kind of cycle. */
const namedCycles = [
  { from: 1, to: 1, text: () => l10n.t("a day") },
  { from: 27, to: 32, text: () => l10n.t("a month") },
  { from: 87, to: 95, text: () => l10n.t("a quarter") },
  { from: 175, to: 185, text: () => l10n.t("every six months") },
  { from: 360, to: 370, text: () => l10n.t("a year") },
  { from: 720, to: 750, text: () => l10n.t("every two years") },
  { from: 1080, to: 1150, text: () => l10n.t("every three years") },
  { from: 1800, to: 1850, text: () => l10n.t("every five years") },
] as const;

function cycleText(cycle: number | "once" | undefined, format: Format): string | undefined {
  if (cycle === undefined) return undefined;
  if (cycle === "once") return l10n.t("once");
  const days = Math.max(1, Math.round(cycle));
  const named = namedCycles.find(({ from, to }) => days >= from && days <= to);
  return named?.text() ?? l10n.t("every {0} days", format.number(days));
}

/** The expiry of a contract that is not renewed. @param daysLeft see nodeFacts.ts. */
export function expiryText(daysLeft: number, format: Format): string {
  if (daysLeft === laterToday) return l10n.t("expires today");
  const days = format.days(Math.abs(daysLeft));
  if (daysLeft > 0) return l10n.t("expires in {0}", days);
  return daysLeft < 0 ? l10n.t("expired {0}", days) : l10n.t("expired");
}

/** "renews Dec 22 (in 22 d)": when a contract ends, with the day. @param serverTime milliseconds since the epoch. */
export function expiryDateText(
  { expiry, autoRenewal }: { readonly expiry: Expiry | undefined; readonly autoRenewal: boolean },
  serverTime: number,
  format: Format,
): string | undefined {
  if (expiry === undefined) return undefined;
  if (expiry.kind === "longTerm") return l10n.t("long term");
  const date = format.utcDate(expiry.time);
  const days = format.inDays(daysBetween(serverTime, expiry.time));
  if (expiry.time <= serverTime) return l10n.t("expired {0} ({1})", date, days);
  return autoRenewal
    ? l10n.t("renews {0} ({1})", date, days)
    : l10n.t("expires {0} ({1})", date, days);
}
