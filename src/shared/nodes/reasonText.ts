import * as l10n from "@vscode/l10n";
import { type Trouble } from "./trouble";
import { type Format } from "../format";
import { formatShort, isMetricKey, metrics, rowUnit } from "../metrics";
import { expiryText } from "./contractText";

/** Why a node needs attention, in two words: "disk 97%", "expires in 3 d". */
export function reasonText({ kind, value }: Trouble, format: Format): string {
  if (isMetricKey(kind)) {
    return metrics[kind].threshold.reason(formatShort(value, rowUnit(kind), format));
  }
  switch (kind) {
    case "quota":
      return l10n.t("quota {0}", format.percent(value));
    case "loss":
      return l10n.t("loss {0}", format.loss(value));
    case "expiry":
      return expiryText(value, format);
  }
}
