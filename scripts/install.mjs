// node scripts/install.mjs: npm ci, only if node_modules is not what the lock file says.
import { installDependencies } from "./lib/dependencies.mjs";

try {
  installDependencies();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
