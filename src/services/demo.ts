import { type ExtensionContext, Uri } from "vscode";
import { contextKeys } from "../manifest/contributions";
import { Demo, type DemoModule, type DemoOptions } from "../features/demo/demo";
import { setContextKey } from "../platform/contextKeys";
import { type Logger } from "../util/logger";

/** The demo; its server is a separate file that is loaded only when the demo starts. */
export function createDemo(
  { extensionUri }: ExtensionContext,
  configured: DemoOptions["configured"],
  logger: Logger,
): Demo {
  const file = Uri.joinPath(extensionUri, "dist", "demo.js").fsPath;
  return new Demo({
    configured,
    load: () => import(file) as Promise<DemoModule>,
    setRunning: (running) => setContextKey(contextKeys.demo, running),
    logger,
  });
}
