// Command: the pictures of the READMEs, in docs/images, of the fleet of the demo. Needs npm run package.
//   npm run pictures [-- name…]   for example: npm run pictures -- nodes compare
import { startSimulator } from "../../simulator/simulator";
import { openMethod } from "./callPanel";
import { ChartPanel } from "./chartPanel";
import { closeSharedEditor } from "./editor";
import { eventually } from "./eventually";
import { FleetPanel } from "./fleetPanel";
import { nodesTree, statusText } from "./komari";
import { shownText } from "./shownText";
import { type WindowOptions } from "./windowOptions";
import { openWorkbench, type Workbench } from "./workbench";

interface Scene {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly locale?: WindowOptions["locale"];
  readonly draw: (workbench: Workbench) => Promise<void>;
}

const wide = { width: 1440, height: 810 } as const;
const whole = { width: 1280, height: 800 } as const;

const scenes: Readonly<Record<string, Scene>> = {
  fleet: { viewport: wide, draw: (workbench) => drawFleet(workbench, "en") },
  "fleet-zh-cn": {
    viewport: wide,
    locale: "zh-cn",
    draw: (workbench) => drawFleet(workbench, "zh-cn"),
  },
  map: { viewport: whole, draw: drawMap },
  nodes: { viewport: { width: 900, height: 620 }, draw: drawNodes },
  charts: { viewport: whole, draw: drawCharts },
  compare: { viewport: whole, draw: drawComparison },
  call: { viewport: whole, draw: drawCall },
  servers: { viewport: { width: 900, height: 520 }, draw: drawServers },
};

async function openDemo(workbench: Workbench, locale: WindowOptions["locale"]): Promise<void> {
  await workbench.palette(locale === "zh-cn" ? "Komari: 试用演示" : "Komari: Try the Demo");
  await nodesTree(workbench, locale).row("Edge").first().waitFor();
  await eventually(async () => {
    if (!/\d+\/\d+/.test(await statusText(workbench))) throw new Error("nothing is counted yet");
  });
}

async function setSideBarWidth({ page }: Workbench, width: number): Promise<void> {
  const box = await page.locator(".part.sidebar").boundingBox();
  if (box === null) throw new Error("there is no side bar");
  const edge = { x: box.x + box.width, y: box.y + box.height / 2 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(box.x + width, edge.y, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(1, 1);
}

/** Opens the page of a node, as a click on its row does. */
async function openNode(workbench: Workbench, locale: WindowOptions["locale"], node: string) {
  await nodesTree(workbench, locale).row(node).first().click();
  const panel = new ChartPanel(workbench);
  await panel.frame.getByRole("heading", { name: node }).waitFor();
  await panel.plot("CPU").waitFor();
  return panel;
}

async function pointAt(panel: ChartPanel, chart: string): Promise<void> {
  await leaveRow(panel.workbench);
  await panel.plot(chart).locator(".u-over").hover();
  await eventually(async () => {
    if ((await shownText(panel.cursorTime)) === "") throw new Error("there is no cursor yet");
  });
}

/** Until the tooltip of the row under the pointer has gone. */
async function leaveRow({ page }: Workbench): Promise<void> {
  const hover = page.locator(".workbench-hover-container:visible");
  await eventually(async () => {
    await page.mouse.move(1, 1);
    await page.mouse.move(1, 4);
    if ((await hover.count()) > 0) throw new Error("a tooltip is still there");
  });
}

const fleetCommands = { en: "Komari: Open Fleet", "zh-cn": "Komari: 打开总览" } as const;

/** Opens the page of the fleet, and waits until it has had some reports. */
async function openFleet(workbench: Workbench, locale: "en" | "zh-cn"): Promise<FleetPanel> {
  await openDemo(workbench, locale);
  await workbench.palette(fleetCommands[locale]);
  const panel = new FleetPanel(workbench);
  await eventually(async () => {
    if ((await panel.frame.locator(".sparkline .line[d*=L]").count()) < 20) {
      throw new Error("there are no lines of recent CPU yet");
    }
  });
  await leaveRow(workbench);
  // A sample of recent CPU is kept every 10 s.
  await new Promise((resolve) => setTimeout(resolve, 75_000));
  return panel;
}

async function drawFleet(workbench: Workbench, locale: "en" | "zh-cn"): Promise<void> {
  const panel = await openFleet(workbench, locale);
  await setSideBarWidth(workbench, 350);
  await panel.frame.locator(".virtual-rows .row.node").nth(4).click();
}

async function drawMap(workbench: Workbench): Promise<void> {
  const panel = await openFleet(workbench, "en");
  await panel.button("Map").click();
  await panel.frame.locator(".map .map-cell.hot").first().hover();
  await panel.frame.locator(".node-tip").waitFor();
}

async function drawNodes(workbench: Workbench): Promise<void> {
  await openDemo(workbench, "en");
  await setSideBarWidth(workbench, 420);
  for (const group of ["Backup", "Home lab"]) await nodesTree(workbench).toggle(group);
  const tooltip = await workbench.tooltip(nodesTree(workbench).row("db-primary").first());
  await eventually(async () => {
    const opacity = await tooltip.evaluate((element) => getComputedStyle(element).opacity);
    if (opacity !== "1") throw new Error("the tooltip is still fading in");
  });
}

async function drawCharts(workbench: Workbench): Promise<void> {
  await openDemo(workbench, "en");
  const panel = await openNode(workbench, "en", "web-01");
  await panel.button("24 h").click();
  await panel.line("Ping", "").first().waitFor();
  await panel.chart("Ping").scrollIntoViewIfNeeded();
  await pointAt(panel, "Ping");
}

async function drawComparison(workbench: Workbench): Promise<void> {
  await openDemo(workbench, "en");
  await workbench.contextMenu(nodesTree(workbench).row("Edge").first(), "Open Charts");
  const panel = new ChartPanel(workbench);
  await panel.frame.locator(".nodes-table tbody tr").first().waitFor();
  await pointAt(panel, "CPU");
}

async function drawCall(workbench: Workbench): Promise<void> {
  await openDemo(workbench, "en");
  for (const view of ["Methods", "Requests"]) await workbench.view(view).click();
  for (const method of ["common:getVersion", "common:getNodes", "common:getNodesLatestStatus"]) {
    const panel = await openMethod(workbench, method);
    await panel.send();
    await panel.responds(/OK/);
    await panel.frame.getByRole("tab", { name: "Table" }).click();
  }
  await workbench.page.mouse.move(1, 1);
}

async function drawServers(workbench: Workbench): Promise<void> {
  const simulator = await startSimulator({ cast: "nice", seed: 7 });
  await workbench.openActivity("Komari");
  await workbench.palette("Komari: Add Server");
  await workbench.quickInput.waitForTitle("Add Komari Server");
  await workbench.quickInput.fill(simulator.url);
  await workbench.quickInput.accept();
  await workbench.quickInput.waitForTitle("1.4.3");
}

async function picture(name: string, theme: "dark" | "light"): Promise<void> {
  const { viewport, locale, draw } = scenes[name] ?? unknownScene(name);
  const workbench = await openWorkbench({ viewport, theme, ...(locale && { locale }) });
  try {
    await draw(workbench);
  } catch (error) {
    console.error(await workbench.screenshot(`docs-${name}-failed`));
    throw error;
  }
  console.log(await workbench.screenshot(`../../docs/images/${name}-${theme}`));
  await workbench.close();
}

function unknownScene(name: string): never {
  throw new Error(`There is no picture ${name}, only ${Object.keys(scenes).join(", ")}.`);
}

async function main(): Promise<void> {
  const names = process.argv.slice(2);
  for (const name of names.length > 0 ? names : Object.keys(scenes)) {
    await picture(name, "dark");
    await picture(name, "light");
  }
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(async () => {
    await closeSharedEditor();
    process.exit();
  });
