import { type HistoryStore } from "../../fleet/history/historyStore";
import { type ChartThresholds } from "../../settings/thresholds";
import { type Setting } from "../../settings/setting";
import { type ChartAction, type ChartLayout } from "../../shared/chartApi";
import { type Format } from "../../shared/format";
import { type Clock } from "../../util/clock";
import { type Event } from "../../util/emitter";
import { type Logger } from "../../util/logger";
import { type ExportTools } from "./chartExports";
import { type ChartFleet } from "./model/chartModel";

/** What all panels share. */
export interface ChartPanelContext {
  readonly fleet: ChartFleet & {
    readonly paused: boolean;
    readonly onDidChangePaused: Event<boolean>;
  };
  readonly history: HistoryStore;
  readonly thresholds: Pick<Setting<ChartThresholds>, "value" | "onDidChange">;
  readonly layout: {
    readonly value: ChartLayout;
    readonly onDidChange: Event<ChartLayout>;
    set(layout: ChartLayout): Promise<void>;
  };
  readonly translations: Readonly<Record<string, string>> | undefined;
  readonly locale: string;
  readonly exports: ExportTools;
  readonly act: (
    action: Exclude<ChartAction, "retry">,
    serverId: string | undefined,
  ) => Promise<void>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly format: Format;
  readonly logger: Logger;
}
