import * as l10n from "@vscode/l10n";
import { type KomariNode } from "../../komari/model/model";

type Cores = Pick<KomariNode, "cpuCores" | "cpuPhysicalCores">;

/** "4 cores (2 physical)". */
export function coresText({ cpuCores, cpuPhysicalCores }: Cores): string | undefined {
  if (cpuCores === undefined) return undefined;
  if (cpuPhysicalCores !== undefined && cpuPhysicalCores !== cpuCores) {
    return l10n.t("{0} cores ({1} physical)", cpuCores, cpuPhysicalCores);
  }
  return cpuCores === 1 ? l10n.t("1 core") : l10n.t("{0} cores", cpuCores);
}
