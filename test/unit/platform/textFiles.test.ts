import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Disk, localDisk } from "../../../src/platform/disk";
import { textFiles } from "../../../src/platform/textFiles";
import { loadHistory } from "../../builders/callHistory";

const day = 24 * 3_600_000;

/** Pauses end at once; the time is that of files. */
const clock = {
  now: () => 0,
  wallTime: () => Date.now(),
  setTimeout: (callback: () => void) => {
    queueMicrotask(callback);
    return { dispose: () => undefined };
  },
};

const failure = (code: string) => Object.assign(new Error(code), { code });

describe("textFiles", () => {
  let folder = "";

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), "komari-files-")), "made", "when needed");
  });

  afterEach(() => rm(join(folder, "../.."), { recursive: true, force: true }));

  const filesOn = (disk: Partial<Disk> = {}) => textFiles(folder, { ...localDisk, ...disk }, clock);

  /** Fails so many times, and then does what it should. */
  const failing = (times: number, code: string, act: (...args: never[]) => Promise<unknown>) => {
    let left = times;
    const run = async (...args: unknown[]) => {
      if (left-- > 0) throw failure(code);
      return act(...(args as never[]));
    };
    return run as never;
  };

  it("reads what it has written, in a folder that it makes, and nothing else is there", async () => {
    const files = filesOn();
    assert.deepEqual([await files.read("a"), await files.names()], [undefined, []]);
    await files.write("a", "é1");
    await files.write("a", "é2");
    assert.equal(await files.read("a"), "é2");
    assert.deepEqual(await readdir(folder), ["a"]);
  });

  it("renames and deletes, and does nothing where there is no such file", async () => {
    const files = filesOn();
    await files.rename("a", "b");
    await files.delete("a");
    await files.write("a", "1");
    await files.rename("a", "b");
    assert.deepEqual(await files.names(), ["b"]);
    await files.delete("b");
    assert.deepEqual(await files.names(), []);
  });

  it("makes the folder again when it has been deleted", async () => {
    const files = filesOn();
    await files.write("a", "1");
    await rm(folder, { recursive: true });
    await files.write("b", "2");
    assert.deepEqual(await files.names(), ["b"]);
  });

  for (const step of ["create", "rename"] as const) {
    it(`leaves the old file whole, and nothing beside it, when ${step} fails`, async () => {
      await filesOn().write("a", "old");
      for (const code of ["ENOSPC", "EROFS", "EPERM", "EIO"]) {
        const files = filesOn({ [step]: failing(Infinity, code, localDisk[step]) });
        await assert.rejects(files.write("a", "new"), { code });
        assert.equal(await files.read("a"), "old");
        assert.deepEqual(await readdir(folder), ["a"]);
      }
    });
  }

  it("leaves the old file whole when the disk is full in the middle of the new one", async () => {
    await filesOn().write("a", "old");
    const create: Disk["create"] = async (path, content) => {
      assert.ok(content instanceof Uint8Array);
      await localDisk.create(path, content.subarray(0, 1));
      throw failure("ENOSPC");
    };
    await assert.rejects(filesOn({ create }).write("a", "new"), { code: "ENOSPC" });
    assert.equal(await filesOn().read("a"), "old");
    assert.deepEqual(await readdir(folder), ["a"]);
  });

  for (const code of ["EPERM", "EACCES", "EBUSY"]) {
    it(`tries again while another process holds a file (${code})`, async () => {
      const files = filesOn({
        rename: failing(3, code, localDisk.rename),
        read: failing(3, code, localDisk.read),
        delete: failing(3, code, localDisk.delete),
      });
      await files.write("a", "1");
      assert.equal(await files.read("a"), "1");
      await files.delete("a");
      assert.deepEqual(await readdir(folder), []);
    });
  }

  it("deletes what a process left between writing and renaming, once that is a day old", async () => {
    const files = filesOn();
    await files.write("a", "1");
    const temporary = (digit: number) =>
      `a.${String(digit).repeat(8)}-0000-0000-0000-000000000000.tmp`;
    const [old, young, other] = [temporary(1), temporary(2), "a.tmp"];
    for (const name of [old, young, other]) await writeFile(join(folder, name), "half");
    const time = (Date.now() - day - 60_000) / 1000;
    for (const name of [old, other]) await utimes(join(folder, name), time, time);
    const again = filesOn();
    assert.deepEqual((await again.names()).toSorted(), ["a", other]);
    await again.write("b", "2");
    assert.deepEqual((await readdir(folder)).toSorted(), ["a", young, other, "b"].toSorted());
  });

  it("writes although what was left cannot be deleted", async () => {
    await filesOn().write("a", "1");
    const name = "a.00000000-0000-0000-0000-000000000000.tmp";
    await writeFile(join(folder, name), "half");
    const refuse = () => Promise.reject(failure("EPERM"));
    await filesOn({ stat: refuse }).write("b", "2");
    await filesOn({ names: refuse }).write("c", "3");
    assert.equal(await readFile(join(folder, "c"), "utf8"), "3");
  });

  it("lets processes share a call history, and each is seen whole by the others", async () => {
    const script = "test/unit/platform/callHistoryProcess.ts";
    const processes = ["x", "y"].map((name) =>
      spawn(process.execPath, ["--import", "tsx", script, folder, name, "40"], {
        stdio: ["ignore", "ignore", "inherit"],
      }),
    );
    const codes = await Promise.all(processes.map((each) => once(each, "exit")));
    assert.deepEqual(
      codes.map(([code]: unknown[]) => code),
      [0, 0],
    );
    const history = await loadHistory(filesOn());
    const methods = history.calls.map(({ method }) => method);
    const expected = ["x", "y"].flatMap((name) =>
      Array.from({ length: 40 }, (_, index) => `${name}${index}`),
    );
    assert.deepEqual(methods.toSorted(), expected.toSorted());
    for (const { id, method } of history.calls) {
      assert.equal(await history.responseOf(id), JSON.stringify(method));
    }
  });
});
