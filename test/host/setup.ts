// Command: installs what tests and demo need beyond npm packages.
//   node --import tsx test/host/setup.ts [--browser] [current] [minimum]
import { installHost } from "./install";
import { installSystemPackages } from "./systemPackages";
import { asHostName } from "./versions";

try {
  const words = process.argv.slice(2);
  if (words.includes("--browser")) installSystemPackages();
  for (const word of words) if (word !== "--browser") installHost(asHostName(word));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
