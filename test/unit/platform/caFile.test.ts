import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCaFile } from "../../../src/platform/caFile";
import { testCertificate } from "../../builders/testCertificate";

describe("readCaFile", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "komari-ca-"));
  });
  after(() => rm(folder, { recursive: true }));

  async function reading(content: string | Buffer) {
    const file = join(folder, "ca.pem");
    await writeFile(file, content);
    return readCaFile(file);
  }

  it("takes PEM as it is, several certificates too", async () => {
    const pem = `${testCertificate.cert}\n${testCertificate.cert}\n`;
    assert.deepEqual(await reading(pem), { ok: true, pem });
  });

  it("turns DER into PEM", async () => {
    const ca = await reading(new X509Certificate(testCertificate.cert).raw);
    assert.ok(ca.ok);
    assert.match(ca.pem, /^-----BEGIN CERTIFICATE-----/);
  });

  it("says what is wrong with anything else", async () => {
    const text = await reading("hello");
    assert.ok(!text.ok && text.problem === "notCertificate");
    const missing = await readCaFile(join(folder, "missing.pem"));
    assert.ok(!missing.ok && missing.problem === "missing");
    const directory = await readCaFile(folder);
    assert.ok(!directory.ok && directory.problem === "unreadable");
    assert.deepEqual(await readCaFile("ca.pem"), { ok: false, problem: "relative" });
  });
});
