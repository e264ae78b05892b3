import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./sources";

interface MenuItem {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

interface Command {
  readonly command: string;
  readonly title: string;
  readonly enablement?: string;
}

export interface Setting {
  readonly order: number;
  readonly default: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Of an object. */
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly configuration: readonly {
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
    readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string }[] };
    readonly viewsWelcome: readonly { readonly view: string; readonly when: string }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly steps: readonly {
        readonly id: string;
        readonly completionEvents: readonly string[];
        readonly media: { readonly svg: string };
      }[];
    }[];
  };
}

export type Texts = Readonly<Record<string, string>>;

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

export const manifest = readJson("package.json") as Manifest;

/** All settings by their ids, whatever their section. */
export const declaredSettings: Readonly<Record<string, Setting>> = Object.fromEntries(
  manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties)),
);

export function readTexts(path: string): Texts {
  return readJson(path) as Texts;
}

/** Every string anywhere in a JSON value. */
export function stringsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}
