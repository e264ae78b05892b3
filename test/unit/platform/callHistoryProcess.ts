// <folder> <name> <count>: makes so many calls in a history that other processes use at the same time.
import { CallHistory } from "../../../src/features/requests/store/callHistory";
import { textFiles } from "../../../src/platform/textFiles";
import { systemClock } from "../../../src/util/clock";
import { silentLogger } from "../../../src/util/logger";
import { buildPastCall } from "../../builders/pastCall";

const [folder = "", name = "", count = "0"] = process.argv.slice(2);

async function main() {
  const fail = (message: string, error: unknown) => {
    throw new Error(message, { cause: error });
  };
  const logger = { ...silentLogger, warn: fail };
  const files = textFiles(folder);
  const history = await CallHistory.load({ files, logger, clock: systemClock });
  for (let index = 0; index < Number(count); index++) {
    const method = `${name}${index}`;
    await history.add(buildPastCall({ method }), JSON.stringify(method));
    const missing = history.calls.filter((call) => call.method.startsWith(name)).length <= index;
    if (missing) throw new Error(`${method}: a call of its own is gone`);
  }
}

void main();
