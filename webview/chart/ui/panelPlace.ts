import { type ChartApi } from "../../../src/shared/chartApi";
import { type Channel } from "../../lib/ipc";
import { type KeptState } from "../state/keptState";
import { type PanelColors } from "./panelScene";

/** What the panel needs of the page it is on. */
export interface PanelPlace {
  readonly root: HTMLElement;
  readonly host: Channel<ChartApi>;
  readonly colors: () => PanelColors;
  readonly save: (kept: KeptState) => void;
}
