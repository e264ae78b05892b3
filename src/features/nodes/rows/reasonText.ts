import * as l10n from "@vscode/l10n";
import { type ThresholdKey, type Trouble } from "../../../fleet/nodes/trouble";
import { type Format } from "../../../shared/format";
import { expiryText } from "./contractText";
import { type RowFigure } from "../../tree/noticeable";
import { type RowTokenName, rowTokens } from "./rowTokens";

/** Why a node needs attention, in two words: "disk 97%", "expires in 3 d". */
export function reasonText({ kind, value }: Trouble, format: Format): string {
  switch (kind) {
    case "cpu":
      return l10n.t("CPU {0}", format.percent(value));
    case "memory":
      return l10n.t("memory {0}", format.percent(value));
    case "disk":
      return l10n.t("disk {0}", format.percent(value));
    case "swap":
      return l10n.t("swap {0}", format.percent(value));
    case "load":
      return l10n.t("load {0}/core", format.load(value));
    case "gpu":
      return l10n.t("GPU {0}", format.percent(value));
    case "temperature":
      return l10n.t("temperature {0}", `${format.number(value)} °C`);
    case "processes":
      return l10n.t("processes {0}", format.number(value));
    case "tcpConnections":
      return `TCP ${format.number(value)}`;
    case "udpConnections":
      return `UDP ${format.number(value)}`;
    case "networkIn":
      return l10n.t("download {0}", format.shortRate(value));
    case "networkOut":
      return l10n.t("upload {0}", format.shortRate(value));
    case "ping":
      return l10n.t("ping {0}", format.milliseconds(value));
    case "quota":
      return l10n.t("quota {0}", format.percent(value));
    case "loss":
      return l10n.t("loss {0}", format.loss(value));
    case "expiry":
      return expiryText(value, format);
  }
}

/** The figure of a row that a reason takes the place of. */
export const reasonTokens: Readonly<Partial<Record<ThresholdKey, RowTokenName>>> = {
  cpu: "cpu",
  memory: "memory",
  disk: "disk",
  swap: "swap",
  gpu: "gpu",
  temperature: "temperature",
  load: "load",
  processes: "processes",
  tcpConnections: "connections",
  networkIn: "down",
  networkOut: "up",
  ping: "ping",
  quota: "quota",
  loss: "loss",
  expiry: "expiry",
};

/** The reason's value as a figure: it may be older than the figure that it takes the place of. */
export function reasonFigure({ kind, value }: Trouble): RowFigure {
  const token = reasonTokens[kind];
  return { name: `reason ${kind}`, value, notices: token ? rowTokens[token].notices : "ratio" };
}
