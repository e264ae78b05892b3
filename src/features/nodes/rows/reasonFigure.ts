import { type ThresholdKey, type Trouble } from "../../../shared/nodes/trouble";
import { isMetricKey, tokenOf } from "../../../shared/metrics";
import { type RowFigure } from "../../tree/noticeable";
import { type RowTokenName, rowTokens } from "./rowTokens";

/** The figure of a row that a reason takes the place of. */
export function reasonToken(kind: ThresholdKey): RowTokenName | undefined {
  return isMetricKey(kind) ? tokenOf(kind) : kind;
}

/** The reason's value as a figure: it may be older than the figure that it takes the place of. */
export function reasonFigure({ kind, value }: Trouble): RowFigure {
  const token = reasonToken(kind);
  return { name: `reason ${kind}`, value, notices: token ? rowTokens[token].notices : "ratio" };
}
