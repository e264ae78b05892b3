import { type TextFiles } from "../../src/platform/textFiles";

/** Files in memory; `hold` stops what is written next until `release`, `failing` makes names fail. */
export function memoryFiles(initial: Readonly<Record<string, string>> = {}) {
  const contents = new Map(Object.entries(initial));
  const written: string[] = [];
  const failing = new Set<string>();
  let gate = Promise.resolve();
  const act = async (name: string) => {
    await gate;
    if ([...failing].some((part) => name.includes(part))) throw new Error(`no ${name}`);
  };
  const files: TextFiles = {
    read: async (name) => {
      await act(name);
      return contents.get(name);
    },
    write: async (name, text) => {
      await act(name);
      written.push(name);
      contents.set(name, text);
    },
    rename: async (from, to) => {
      await act(`${from} ${to}`);
      const text = contents.get(from);
      if (text !== undefined) contents.set(to, text);
      contents.delete(from);
    },
    names: async () => {
      await act("names");
      return [...contents.keys()];
    },
    delete: async (name) => {
      await act(name);
      contents.delete(name);
    },
  };
  const hold = () => {
    let release: () => void = () => undefined;
    gate = new Promise((resolve) => {
      release = resolve;
    });
    return () => release();
  };
  return { files, contents, written, failing, hold };
}
