import { type BrowserContextOptions } from "playwright-core";
import { type Settings } from "../../host/settings";

/** By the names that settings have for them. */
export const themes = {
  dark: "Dark Modern",
  light: "Light Modern",
  highContrast: "Default High Contrast",
  highContrastLight: "Default High Contrast Light",
} as const;

export type ThemeName = keyof typeof themes;
export const themeNames = Object.keys(themes) as readonly ThemeName[];

export interface WindowOptions {
  /** User settings, on top of those that keep VS Code quiet. */
  readonly settings?: Settings;
  readonly theme?: ThemeName;
  /** The display language of our extension; VS Code itself stays English. */
  readonly locale?: "en" | "zh-cn";
  /** 2 makes crisp screenshots. */
  readonly deviceScaleFactor?: number;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** A folder or .code-workspace file; nothing opens an empty window. */
  readonly open?: string;
}

export function settingsFor({ theme = "dark", settings = {} }: WindowOptions): Settings {
  return { "workbench.colorTheme": themes[theme], ...settings };
}

export function contextOptionsFor(options: WindowOptions): BrowserContextOptions {
  const {
    deviceScaleFactor = 1,
    viewport = { width: 1280, height: 800 },
    theme = "dark",
  } = options;
  return {
    viewport,
    deviceScaleFactor,
    colorScheme: colorSchemeOf(theme),
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  };
}

export function colorSchemeOf(theme: ThemeName): "light" | "dark" {
  return theme === "light" || theme === "highContrastLight" ? "light" : "dark";
}
