import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { localDisk, replaceFile } from "../../../src/platform/disk";
import { systemClock } from "../../../src/util/clock";

describe("replaceFile, with content in chunks", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "komari-disk-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("makes each chunk when the one before is written, and lets others run meanwhile", async () => {
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    const turnsAtChunk: number[] = [];
    const chunks = {
      *[Symbol.iterator]() {
        for (const chunk of ["a", "节", "c"]) {
          turnsAtChunk.push(turns);
          yield chunk;
        }
      },
    };
    const file = join(folder, "export.csv");
    await replaceFile(file, chunks, localDisk, systemClock);
    isDone = true;
    assert.equal(await readFile(file, "utf8"), "a节c");
    const [first = NaN, second = NaN, third = NaN] = turnsAtChunk;
    assert.ok(first < second && second < third, String(turnsAtChunk));
  });

  it("leaves the old file when a chunk cannot be made", async () => {
    const file = join(folder, "export.csv");
    await replaceFile(file, ["old"], localDisk, systemClock);
    const chunks = {
      *[Symbol.iterator]() {
        yield "new";
        throw new Error("a bug");
      },
    };
    await assert.rejects(replaceFile(file, chunks, localDisk, systemClock), /a bug/);
    assert.equal(await readFile(file, "utf8"), "old");
    assert.deepEqual(await readdir(folder), ["export.csv"]);
  });
});
