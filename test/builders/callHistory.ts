import {
  CallHistory,
  type CallHistoryOptions,
} from "../../src/features/requests/store/callHistory";
import { silentLogger } from "../../src/util/logger";
import { FakeClock } from "./fakeClock";
import { memoryFiles } from "./memoryFiles";

/** A history as a window has it; windows with the same files share it. */
export function loadHistory(
  files: CallHistoryOptions["files"] = memoryFiles().files,
  options: Partial<CallHistoryOptions> = {},
): Promise<CallHistory> {
  return CallHistory.load({ files, logger: silentLogger, clock: new FakeClock(), ...options });
}
