import * as l10n from "@vscode/l10n";
import { type ThresholdKey, type Trouble } from "../../../fleet/nodes/trouble";
import { type Format } from "../../../shared/format";
import { formatShort, isMetricKey, metrics, rowUnit, tokenOf } from "../../../shared/metrics";
import { expiryText } from "./contractText";
import { type RowFigure } from "../../tree/noticeable";
import { type RowTokenName, rowTokens } from "./rowTokens";

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

/** The figure of a row that a reason takes the place of. */
export function reasonToken(kind: ThresholdKey): RowTokenName | undefined {
  return isMetricKey(kind) ? tokenOf(kind) : kind;
}

/** The reason's value as a figure: it may be older than the figure that it takes the place of. */
export function reasonFigure({ kind, value }: Trouble): RowFigure {
  const token = reasonToken(kind);
  return { name: `reason ${kind}`, value, notices: token ? rowTokens[token].notices : "ratio" };
}
