import assert from "node:assert/strict";
import { constants } from "node:buffer";
import {
  originsOf,
  responseLimitOf,
  rpcPath,
  tlsOptionsOf,
  urlOf,
} from "../../../src/rpc/endpoint";
import { anEndpoint } from "../../builders/rpcEndpoint";

describe("urlOf", () => {
  it("keeps the base path", () => {
    assert.equal(urlOf(anEndpoint("https://h/sub"), rpcPath).href, "https://h/sub/api/rpc2");
  });
});

describe("originsOf", () => {
  it("is scheme and host", () => {
    assert.deepEqual(originsOf(anEndpoint("https://h.example/sub")), ["https://h.example"]);
  });

  it("has a second form without the port", () => {
    assert.deepEqual(originsOf(anEndpoint("https://h:8443")), ["https://h:8443", "https://h"]);
  });

  it("keeps the brackets of IPv6", () => {
    assert.deepEqual(originsOf(anEndpoint("http://[::1]:80")), ["http://[::1]"]);
    assert.deepEqual(originsOf(anEndpoint("http://[::1]:99")), ["http://[::1]:99", "http://[::1]"]);
  });
});

describe("tlsOptionsOf", () => {
  it("is empty unless the user set something", () => {
    assert.deepEqual(tlsOptionsOf(anEndpoint("https://h")), {});
    const tls = { acceptAnyCertificate: false };
    assert.deepEqual(tlsOptionsOf(anEndpoint("https://h", { tls })), {});
  });

  it("passes on the authority and the waiver", () => {
    const tls = { ca: "PEM", acceptAnyCertificate: true };
    const expected = { ca: "PEM", rejectUnauthorized: false };
    assert.deepEqual(tlsOptionsOf(anEndpoint("https://h", { tls })), expected);
  });
});

describe("responseLimitOf", () => {
  it("never exceeds what a string can hold", () => {
    const limitOf = (maxResponseBytes: number) =>
      responseLimitOf(anEndpoint("https://h", { maxResponseBytes }));
    assert.equal(limitOf(5), 5);
    assert.equal(limitOf(Infinity), constants.MAX_STRING_LENGTH);
  });
});
