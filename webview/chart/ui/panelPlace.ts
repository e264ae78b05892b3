import { type ChartApi } from "../../../src/shared/chartApi";
import { type Channel } from "../../lib/ipc";
import { type SavedState } from "../state/savedState";
import { type PanelColors } from "./panelScene";

/** What the panel needs of the page it is on. */
export interface PanelPlace {
  readonly root: HTMLElement;
  readonly host: Channel<ChartApi>;
  readonly colors: () => PanelColors;
  readonly save: (state: SavedState) => void;
}
