import { spawn } from "node:child_process";
import { once } from "node:events";
import { fromProject } from "../host/paths";

/** A simulator in a process of its own, so that what it costs is not counted. It ends with this process. */
export async function startSimulatorProcess(
  args: readonly string[],
): Promise<{ readonly url: string; readonly stop: () => void }> {
  const child = spawn(
    process.execPath,
    [
      ...["--require", fromProject("test/host/dieWithParent.cjs"), "--import", "tsx"],
      ...[fromProject("test/simulator/main.ts"), "--port", "0", ...args],
    ],
    { cwd: fromProject(), stdio: ["pipe", "pipe", "inherit"] },
  );
  const [greeting] = (await once(child.stdout, "data")) as [Buffer];
  const url = /http:\S+/.exec(greeting.toString())?.[0];
  if (url === undefined) throw new Error(`The simulator did not start: ${greeting.toString()}`);
  return { url, stop: () => child.kill() };
}
