import { eventually } from "./eventually";
import { QuickInput } from "./quickInput";
import { type Workbench } from "./workbench";
import { colorSchemeOf, type ThemeName } from "./windowOptions";

/** What the list of themes calls them, and the class of the window then. */
const listed: Readonly<Record<ThemeName, readonly [label: string, windowClass: string]>> = {
  dark: ["Dark Modern", "vs-dark"],
  light: ["Light Modern", "vs"],
  highContrast: ["Dark High Contrast", "hc-black"],
  highContrastLight: ["Light High Contrast", "hc-light"],
};

/** Another theme in a window that is open: a window for each would take ten times as long. */
export async function chooseTheme(workbench: Workbench, theme: ThemeName): Promise<void> {
  const [label, windowClass] = listed[theme];
  const { page, quickInput } = workbench;
  await page.emulateMedia({ colorScheme: colorSchemeOf(theme) });
  // By its keys: the palette has a command that it takes for a better match.
  await eventually(async () => {
    for (const key of ["Control+K", "Control+T"]) await page.keyboard.press(key);
    await new QuickInput(page, 3000).waitUntilOpen();
  });
  await quickInput.search(label);
  await quickInput.waitUntilClosed();
  await page.locator(`.monaco-workbench.${windowClass}`).waitFor();
}
