import * as l10n from "@vscode/l10n";
import { defaultNodesDescription } from "../../../settings/config";
import { charts, metrics } from "../../../shared/metrics";

export interface RowPreset {
  readonly label: string;
  readonly template: string;
}

/** What rows can show without writing a template. */
export function rowPresets(): readonly RowPreset[] {
  const traffic = "{traffic}  ↓{totalDown} ↑{totalUp}";
  return [
    { label: l10n.t("Usage"), template: defaultNodesDescription },
    {
      label: l10n.t("Network quality"),
      template: `${metrics.ping.label()} {ping}  ${l10n.t("Loss")} {loss}`,
    },
    {
      label: charts.load.label(),
      template: `${metrics.load.label()} {load} {load5} {load15}  CPU {cpu}`,
    },
    { label: l10n.t("Traffic and quota"), template: `${l10n.t("Quota")} {quota}  ${traffic}` },
    { label: l10n.t("Price and expiry"), template: "{price}  {expiry}" },
    { label: metrics.gpu.label(), template: "GPU {gpu}  VRAM {gpuMemory}  {gpuTemperature}" },
  ];
}
