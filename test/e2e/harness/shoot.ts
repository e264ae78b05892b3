// Command: a picture of the extension as it is now, in out/screenshots. Needs npm run package.
//   npm run screenshot -- --name nodes --theme light --scale 2 --tooltip web-01
import fs from "node:fs";
import { parseArgs } from "node:util";
import { casts, isCastName } from "../../simulator/fleet/casts";
import { startSimulator } from "../../simulator/simulator";
import { closeSharedEditor } from "./editor";
import { openNodes } from "./komari";
import { type WindowOptions, themes } from "./windowOptions";

const { values } = parseArgs({
  options: {
    name: { type: "string", default: "by-hand" },
    theme: { type: "string", default: "dark" },
    locale: { type: "string", default: "en" },
    scale: { type: "string", default: "1" },
    size: { type: "string", default: "1280x800" },
    cast: { type: "string", default: "odd" },
    nodes: { type: "string", default: "30" },
    seed: { type: "string", default: "7" },
    settings: { type: "string" },
    command: { type: "string" },
    tooltip: { type: "string" },
  },
});

function isTheme(name: string): name is keyof typeof themes {
  return name in themes;
}

function windowOptions(): WindowOptions {
  const [width = 1280, height = 800] = values.size.split("x").map(Number);
  if (!isTheme(values.theme)) {
    throw new Error(`--theme is one of ${Object.keys(themes).join(", ")}.`);
  }
  return {
    theme: values.theme,
    locale: values.locale === "zh-cn" ? "zh-cn" : "en",
    deviceScaleFactor: Number(values.scale),
    viewport: { width, height },
    settings: values.settings === undefined ? {} : readSettings(values.settings),
  };
}

function readSettings(file: string): Record<string, unknown> {
  return JSON.parse(fs.readFileSync(file, "utf8")) as Record<string, unknown>;
}

async function shoot(): Promise<string> {
  const { cast } = values;
  if (!isCastName(cast)) throw new Error(`--cast is one of ${Object.keys(casts).join(", ")}.`);
  const simulator = await startSimulator({
    cast,
    nodes: Number(values.nodes),
    seed: Number(values.seed),
  });
  try {
    const { workbench, tree } = await openNodes({ Demo: simulator }, windowOptions());
    await tree.row("web-01").first().waitFor();
    if (values.command !== undefined) await workbench.palette(values.command);
    if (values.tooltip !== undefined) await workbench.tooltip(tree.row(values.tooltip).first());
    return await workbench.screenshot(values.name);
  } finally {
    await closeSharedEditor();
    await simulator.stop();
  }
}

shoot().then(console.log, (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
