// Command: the pictures of the README, in docs/images. Needs npm run package.
//   npm run pictures
import { niceFleet } from "../../simulator/fleet/niceFleet";
import { type Simulator, startSimulator } from "../../simulator/simulator";
import { openMethod } from "./callPanel";
import { ChartPanel } from "./chartPanel";
import { closeSharedEditor } from "./editor";
import { eventually } from "./eventually";
import { openNodes, statusText } from "./komari";
import { shownText } from "./shownText";
import { type WindowOptions } from "./windowOptions";
import { openWorkbench, type Workbench } from "./workbench";

const window = { deviceScaleFactor: 1.5, viewport: { width: 820, height: 600 } } as const;

function startFleet(): Promise<Simulator> {
  return startSimulator({ cast: "nice", nodes: niceFleet.keys.length, seed: 7 });
}

const sideBarWidth = 420;

/** Wide enough for whole rows. */
async function widenSideBar({ page }: Workbench): Promise<void> {
  const box = await page.locator(".part.sidebar").boundingBox();
  if (box === null) throw new Error("there is no side bar");
  const edge = { x: box.x + box.width, y: box.y + box.height / 2 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(box.x + sideBarWidth, edge.y, { steps: 4 });
  await page.mouse.up();
  await page.mouse.move(1, 1);
}

async function save(workbench: Workbench, name: string): Promise<void> {
  console.log(await workbench.screenshot(`../../docs/images/${name}`));
}

async function pictureNodes(name: string, options: WindowOptions, hovered?: string) {
  const simulator = await startFleet();
  const { workbench } = await openNodes({ Demo: simulator }, { ...window, ...options });
  await eventually(async () => {
    if (!/^\d+\//.test(await statusText(workbench))) throw new Error("nothing is counted yet");
  });
  await widenSideBar(workbench);
  if (hovered !== undefined) {
    await workbench.tooltip(workbench.tree("Nodes").row(hovered).first());
    await workbench.page.locator(".workbench-hover-container", { hasText: "CPU" }).waitFor();
  }
  await save(workbench, name);
  await workbench.close();
  await simulator.stop();
}

async function pictureAddServer(): Promise<void> {
  const simulator = await startFleet();
  const workbench = await openWorkbench(window);
  await workbench.openActivity("Komari");
  await workbench.palette("Komari: Add Server");
  await workbench.quickInput.waitForTitle("Add Komari Server");
  await workbench.quickInput.fill(simulator.url);
  await workbench.quickInput.accept();
  await workbench.quickInput.waitForTitle("1.4.3");
  await save(workbench, "add-server");
  await workbench.close();
  await simulator.stop();
}

interface ChartPicture {
  readonly row: string;
  readonly span: string;
  /** The chart that the pointer rests on. */
  readonly pointAt: string;
}

const chartWindow = { deviceScaleFactor: 1, viewport: { width: 1200, height: 800 } } as const;

async function pictureCharts(name: string, options: WindowOptions, picture: ChartPicture) {
  const simulator = await startFleet();
  const { workbench, tree } = await openNodes({ Demo: simulator }, { ...chartWindow, ...options });
  const chinese = options.locale === "zh-cn";
  await workbench.contextMenu(tree.row(picture.row).first(), chinese ? "打开图表" : "Open Charts");
  const panel = new ChartPanel(workbench);
  await panel.button(picture.span).click();
  await panel.chart(picture.pointAt).scrollIntoViewIfNeeded();
  await panel.line(picture.pointAt, "").first().waitFor();
  await panel.plot(picture.pointAt).locator(".u-over").hover();
  await eventually(async () => {
    if ((await shownText(panel.cursorTime)) === "") throw new Error("there is no cursor yet");
  });
  await save(workbench, name);
  await workbench.close();
  await simulator.stop();
}

async function pictureAllCharts(): Promise<void> {
  const day = { span: "Last 24 hours", pointAt: "CPU" };
  await pictureCharts("charts-dark", { theme: "dark" }, { ...day, row: "db-primary" });
  const pings = { row: "web-01", span: "Last 4 hours", pointAt: "Ping" };
  await pictureCharts("charts-light", { theme: "light" }, pings);
  await pictureCharts("charts-nodes", { theme: "dark" }, { ...day, row: "Production" });
  const chinese = { row: "上海", span: "最近 24 小时", pointAt: "CPU" };
  await pictureCharts("charts-zh-cn", { theme: "dark", locale: "zh-cn" }, chinese);
}

/** A method with some of its parameters written, and its answer. */
async function pictureCall(name: string, options: WindowOptions): Promise<void> {
  const simulator = await startFleet();
  const { workbench, tree } = await openNodes({ Demo: simulator }, { ...chartWindow, ...options });
  await tree.row("web-01").first().waitFor();
  const chinese = options.locale === "zh-cn";
  const panel = await openMethod(workbench, "common:getNodes", {
    command: chinese ? "调用方法" : "Call Method",
  });
  await panel.type("uuid", simulator.fleet.member("db-primary").uuid);
  await panel.send();
  await panel.answers(/db-primary/);
  await save(workbench, name);
  await workbench.close();
  await simulator.stop();
}

/** An answer as a table, with the views of methods and requests beside it. */
async function pictureAnswer(name: string, options: WindowOptions): Promise<void> {
  const simulator = await startFleet();
  const { workbench, tree } = await openNodes({ Demo: simulator }, { ...chartWindow, ...options });
  await tree.row("web-01").first().waitFor();
  for (const view of ["Methods", "Requests"]) await workbench.view(view).click();
  await workbench.tree("Methods").toggle("common");
  for (const method of ["rpc.ping", "common:getMe", "common:getNodesLatestStatus"]) {
    const panel = await openMethod(workbench, method);
    await panel.send();
    await panel.answers(/OK/);
    await panel.frame.getByRole("tab", { name: "Table" }).click();
  }
  await workbench.page.mouse.move(1, 1);
  await save(workbench, name);
  await workbench.close();
  await simulator.stop();
}

/** Choosing a method. */
async function pictureMethods(name: string, options: WindowOptions): Promise<void> {
  const simulator = await startFleet();
  const { workbench, tree } = await openNodes({ Demo: simulator }, { ...window, ...options });
  await tree.row("web-01").first().waitFor();
  await workbench.palette("Komari: Call Method");
  await workbench.quickInput.row("common:getNodes").first().waitFor();
  await workbench.quickInput.fill("node");
  await workbench.quickInput.row("common:getNodeRecentStatus").first().waitFor();
  await save(workbench, name);
  await workbench.close();
  await simulator.stop();
}

async function main(): Promise<void> {
  await pictureNodes("nodes-dark", { theme: "dark" });
  await pictureNodes("nodes-light", { theme: "light" }, "db-primary");
  await pictureNodes("nodes-zh-cn", { theme: "dark", locale: "zh-cn" });
  await pictureAddServer();
  await pictureAllCharts();
  await pictureMethods("methods-dark", { theme: "dark" });
  await pictureCall("call-dark", { theme: "dark" });
  await pictureCall("call-zh-cn", { theme: "dark", locale: "zh-cn" });
  await pictureAnswer("call-answer", { theme: "light" });
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
