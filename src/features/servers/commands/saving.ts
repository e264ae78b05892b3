import * as l10n from "@vscode/l10n";
import { type Notifications } from "../../../platform/notifications";
import { type Logger } from "../../../util/logger";
import { writeReason } from "../../text/errorText";

export interface SavingUi {
  readonly notifications: Pick<Notifications, "error">;
  readonly logger: Logger;
}

/** Saves what the user has entered; when that fails nothing of it is lost, for it can be tried again. */
export async function saveOrRetry(
  ui: SavingUi,
  name: string,
  save: () => Promise<void>,
): Promise<void> {
  try {
    await save();
  } catch (error) {
    ui.logger.error(`${name}: saving failed`, error);
    ui.notifications.error(l10n.t("{0} could not be saved: {1}", name, writeReason(error)), {
      title: l10n.t("Try Again"),
      run: () => saveOrRetry(ui, name, save),
    });
  }
}
