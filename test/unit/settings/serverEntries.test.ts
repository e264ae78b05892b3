import assert from "node:assert/strict";
import { ServerEntries, ServersNotAListError } from "../../../src/settings/serverEntries";

function start(initial: unknown) {
  const setting = {
    value: initial,
    read: () => setting.value,
    write: (value: unknown) => {
      setting.value = value;
      return Promise.resolve();
    },
  };
  return { setting, entries: new ServerEntries(setting) };
}

const entry = {
  name: "New",
  url: "https://new.example.com",
  caFile: undefined,
  acceptAnyCertificate: false,
};

describe("ServerEntries", () => {
  it("loses none of several changes at a time, however long writing takes", async () => {
    const { setting, entries } = start([{ url: "https://old.example.com" }, "text"]);
    const write = setting.write;
    setting.write = async (value) => {
      await new Promise((resolve) => setImmediate(resolve));
      await write(value);
    };
    await Promise.all([
      entries.add(entry),
      entries.change("https://new.example.com", { name: "Newer" }),
      entries.remove("https://old.example.com"),
      entries.add({ ...entry, url: "https://other.example.com" }),
    ]);
    assert.deepEqual(setting.value, [
      "text",
      { name: "Newer", url: "https://new.example.com" },
      { name: "New", url: "https://other.example.com" },
    ]);
  });

  it("goes on after a change that could not be written", async () => {
    const { setting, entries } = start([]);
    const write = setting.write;
    setting.write = () => Promise.reject(new Error("read-only"));
    await assert.rejects(entries.add(entry), /read-only/);
    setting.write = write;
    await entries.add(entry);
    assert.equal((setting.value as unknown[]).length, 1);
  });

  it("adds at the end, without fields that say nothing", async () => {
    const { setting, entries } = start(undefined);
    await entries.add(entry);
    assert.deepEqual(setting.value, [{ name: "New", url: "https://new.example.com" }]);
    await entries.add({ ...entry, caFile: "/ca.pem", acceptAnyCertificate: true });
    assert.deepEqual(setting.value, [
      { name: "New", url: "https://new.example.com" },
      { ...entry, caFile: "/ca.pem", acceptAnyCertificate: true },
    ]);
  });

  it("changes the entry of a base URL, however it is written, and leaves the rest alone", async () => {
    const broken = ["text", null, { url: 7 }, { url: "ftp://x" }];
    const { setting, entries } = start([
      ...broken,
      { url: "New.example.com/", comment: "mine", caFile: "/ca.pem" },
    ]);
    await entries.change("https://new.example.com", { caFile: undefined, name: "Other" });
    assert.deepEqual(setting.value, [
      ...broken,
      { url: "New.example.com/", comment: "mine", name: "Other" },
    ]);
  });

  it("adds an entry again that was removed meanwhile", async () => {
    const { setting, entries } = start([]);
    await entries.change("https://new.example.com", { name: "Kept" });
    assert.deepEqual(setting.value, [{ url: "https://new.example.com", name: "Kept" }]);
  });

  it("removes duplicates too", async () => {
    const { setting, entries } = start([
      { url: "new.example.com" },
      "text",
      { url: "https://NEW.example.com/admin" },
    ]);
    await entries.remove("https://new.example.com");
    assert.deepEqual(setting.value, ["text"]);
  });

  it("does not overwrite what is no list", async () => {
    const { setting, entries } = start({ url: "https://new.example.com" });
    await assert.rejects(entries.add(entry), ServersNotAListError);
    await assert.rejects(entries.remove("x"), ServersNotAListError);
    assert.deepEqual(setting.value, { url: "https://new.example.com" });
  });
});
