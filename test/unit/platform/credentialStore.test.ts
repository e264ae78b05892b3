import assert from "node:assert/strict";
import { type Credential } from "../../../src/komari/credential";
import { type RecordsByUrl } from "../../../src/platform/signInRecords";
import { silentLogger } from "../../../src/util/logger";
import { FakeClock } from "../../builders/fakeClock";
import { settle } from "../../builders/settle";
import { credentialStore, memorySecrets } from "../features/servers/fakes";
import { WriteError } from "../../../src/util/writeError";

const baseUrl = "https://a.example.com/komari";
const apiKey: Credential = { kind: "apiKey", apiKey: "a key" };
const key = "komari.credential:https://a.example.com/komari";

function start(records: RecordsByUrl = {}) {
  const [secrets, clock] = [memorySecrets(), new FakeClock()];
  const warnings: string[] = [];
  const logger = { ...silentLogger, warn: (message: string) => warnings.push(message) };
  const store = credentialStore(secrets, clock, logger, records);
  const changes: string[] = [];
  store.onDidChange((url) => changes.push(url));
  return { secrets, clock, warnings, store, changes };
}

describe("CredentialStore", () => {
  const credentials: readonly Credential[] = [
    { kind: "apiKey", apiKey: "a key" },
    { kind: "session", token: "t" },
    { kind: "session", token: "t", username: "admin" },
  ];
  for (const credential of credentials) {
    it(`keeps ${JSON.stringify(credential)}`, async () => {
      const { store, secrets } = start();
      await store.set(baseUrl, credential);
      assert.deepEqual([...secrets.values.keys()], [key]);
      assert.deepEqual(await store.get(baseUrl), credential);
      assert.deepEqual(await store.get("https://a.example.com"), { kind: "guest" });
    });
  }

  it("keeps nothing for a guest", async () => {
    const { store, secrets } = start();
    await store.set(baseUrl, { kind: "apiKey", apiKey: "a key" });
    await store.set(baseUrl, { kind: "guest" });
    assert.equal(secrets.values.size, 0);
  });

  const broken = ["", "{", "null", "[]", "7", '{"kind":"apiKey"}', '{"kind":"apiKey","apiKey":""}'];
  for (const text of [...broken, '{"kind":"session","token":7}', '{"kind":"other"}']) {
    it(`takes the broken secret ${text} for none, and never logs it`, async () => {
      const { store, secrets, warnings } = start();
      secrets.values.set(key, text);
      assert.deepEqual(await store.get(baseUrl), { kind: "guest", lost: "unreadable" });
      assert.deepEqual(warnings, [`The saved sign-in of ${baseUrl} is damaged and is ignored.`]);
    });
  }

  it("reports changes to its own secrets, made anywhere", async () => {
    const { store, secrets, changes } = start();
    await secrets.store(key, "{}");
    await secrets.store("something.else", "x");
    assert.deepEqual(changes, [baseUrl]);
    store.dispose();
    await secrets.store(key, "{}");
    assert.equal(changes.length, 1);
  });
});

describe("CredentialStore, where a sign-in is lost", () => {
  const missing: Credential = { kind: "guest", lost: "missing" };
  const guest: Credential = { kind: "guest" };

  it("misses a sign-in that it had, once the keychain is emptied", async () => {
    const { store, secrets } = start();
    await store.set(baseUrl, apiKey);
    secrets.values.clear();
    assert.deepEqual(await store.get(baseUrl), missing);
  });

  it("misses one that it only ever read", async () => {
    const { store, secrets } = start();
    secrets.values.set(key, JSON.stringify(apiKey));
    await store.get(baseUrl);
    secrets.values.clear();
    assert.deepEqual(await store.get(baseUrl), missing);
  });

  it("misses one that the settings speak of, and none where they do not", async () => {
    const { store } = start();
    assert.deepEqual(await store.get(baseUrl, true), missing);
    assert.deepEqual(await store.get(baseUrl), guest);
  });

  it("misses none after it was ended on purpose, whatever other computers' settings say", async () => {
    const { store } = start();
    await store.set(baseUrl, apiKey);
    await store.delete(baseUrl);
    assert.deepEqual(await store.get(baseUrl, true), guest);
    assert.deepEqual(await start({ [baseUrl]: "signedOut" }).store.get(baseUrl, true), guest);
  });

  it("reports the end of a sign-in that was missing: the keychain itself says nothing then", async () => {
    const { store, changes } = start({ [baseUrl]: "signedIn" });
    await store.delete(baseUrl);
    assert.deepEqual(changes, [baseUrl]);
  });
});

describe("CredentialStore, where the keychain fails or hangs", () => {
  for (const mood of ["fails", "hangs"] as const) {
    it(`uses a sign-in that ${mood} to be stored in this window, and says so`, async () => {
      const { store, secrets, clock, changes } = start();
      secrets.mood.store = mood;
      const saved = store.set(baseUrl, apiKey);
      await settle();
      clock.advance(5_000);
      assert.ok((await saved) instanceof WriteError);
      assert.deepEqual(changes, [baseUrl]);
      assert.deepEqual(await store.get(baseUrl), apiKey);
      assert.equal(secrets.values.size, 0);
      secrets.mood.store = "well";
      assert.equal(await store.set(baseUrl, apiKey), undefined);
      assert.equal(secrets.values.size, 1);
    });

    it(`does not use a secret that ${mood} to be deleted in this window`, async () => {
      const { store, secrets, clock } = start();
      await store.set(baseUrl, apiKey);
      secrets.mood.delete = mood;
      const gone = store.delete(baseUrl);
      await settle();
      clock.advance(5_000);
      assert.ok((await gone) instanceof WriteError);
      assert.deepEqual(await store.get(baseUrl), { kind: "guest" });
      assert.equal(secrets.values.size, 1);
    });
  }

  it("times out a read after 5 s, lets no other read wait for it, and uses the late result", async () => {
    const { store, secrets, clock, changes } = start();
    secrets.values.set(key, JSON.stringify(apiKey));
    secrets.mood.get = "hangs";
    const first = store.get(baseUrl);
    await settle();
    clock.advance(5_000);
    assert.deepEqual(await first, { kind: "guest", lost: "pending" });
    assert.deepEqual(await store.get(baseUrl), { kind: "guest", lost: "pending" });
    assert.deepEqual(changes, []);
    secrets.release();
    await settle();
    assert.deepEqual(changes, [baseUrl]);
    assert.deepEqual(await store.get(baseUrl), apiKey);
  });

  it("prefers a sign-in that was entered meanwhile to the late response", async () => {
    const { store, secrets, clock } = start();
    secrets.mood.get = "hangs";
    void store.get(baseUrl);
    await settle();
    clock.advance(5_000);
    await store.set(baseUrl, apiKey);
    secrets.mood.get = "well";
    secrets.release();
    await settle();
    assert.deepEqual(await store.get(baseUrl), apiKey);
  });

  it("reads again after a failure", async () => {
    const { store, secrets } = start();
    secrets.values.set(key, JSON.stringify(apiKey));
    secrets.mood.get = "fails";
    assert.deepEqual(await store.get(baseUrl), { kind: "guest", lost: "unreadable" });
    secrets.mood.get = "well";
    assert.deepEqual(await store.get(baseUrl), apiKey);
  });

  it("takes what another window stores for the truth", async () => {
    const { store, secrets } = start();
    secrets.mood.store = "fails";
    await store.set(baseUrl, apiKey);
    secrets.mood.store = "well";
    await secrets.store(key, JSON.stringify({ kind: "session", token: "other" }));
    assert.deepEqual(await store.get(baseUrl), { kind: "session", token: "other" });
  });
});
