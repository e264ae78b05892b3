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
  await workbench.page.emulateMedia({ colorScheme: colorSchemeOf(theme) });
  await workbench.answer("Preferences: Color Theme", (box) => box.search(label));
  await workbench.quickInput.waitUntilClosed();
  await workbench.page.locator(`.monaco-workbench.${windowClass}`).waitFor();
}
