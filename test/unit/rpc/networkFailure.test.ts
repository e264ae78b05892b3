import assert from "node:assert/strict";
import { networkFailure, withHttpsUrl } from "../../../src/rpc/networkFailure";

function failureOf(code: string): string {
  return networkFailure(Object.assign(new Error("x"), { code })).code;
}

describe("networkFailure", () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    unreachable: [
      "ENOTFOUND",
      "EAI_AGAIN",
      "ECONNREFUSED",
      "EHOSTUNREACH",
      "ENETUNREACH",
      "ETIMEDOUT",
    ],
    connectionLost: ["ECONNRESET", "EPIPE", "ECONNABORTED"],
    certificate: [
      "CERT_HAS_EXPIRED",
      "CERT_NOT_YET_VALID",
      "DEPTH_ZERO_SELF_SIGNED_CERT",
      "SELF_SIGNED_CERT_IN_CHAIN",
      "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
      "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
      "ERR_TLS_CERT_ALTNAME_INVALID",
      "ERR_SSL_WRONG_VERSION_NUMBER",
      "ERR_OSSL_PEM_NO_START_LINE",
      "EPROTO",
    ],
    notRpcEndpoint: ["HPE_INVALID_CONSTANT"],
    malformed: ["HPE_HEADER_OVERFLOW"],
    unauthorized: ["ERR_INVALID_CHAR"],
  };
  for (const [expected, codes] of Object.entries(cases)) {
    it(`reports ${expected}`, () => {
      for (const code of codes) assert.equal(failureOf(code), expected, code);
    });
  }

  it("knows the alert of TLS that a port for HTTPS sends to HTTP", () => {
    const failureTo = (bytes: readonly number[]) => {
      const rawPacket = Buffer.from(bytes);
      return networkFailure(
        Object.assign(new Error("x"), { code: "HPE_INVALID_CONSTANT", rawPacket }),
      );
    };
    const alert = failureTo([21, 3, 1, 0, 2, 2, 70]);
    assert.equal(alert.fate, "refused");
    const httpsUrlFor = (baseUrl: string) => withHttpsUrl(alert, baseUrl).httpsUrl;
    assert.equal(httpsUrlFor("http://a.example/komari"), "https://a.example:80/komari");
    assert.equal(httpsUrlFor("http://a.example:8443"), "https://a.example:8443");
    assert.equal(httpsUrlFor("https://a.example"), undefined);
    const other = failureTo([83, 83, 72]);
    assert.equal(withHttpsUrl(other, "http://a.example").httpsUrl, undefined);
  });

  it("looks into an error of several addresses", () => {
    const inner = Object.assign(new Error("x"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    assert.equal(networkFailure(new AggregateError([inner])).code, "certificate");
  });

  it("takes anything else for unreachable and keeps it as the cause", () => {
    for (const cause of [new Error("x"), "text", undefined, new AggregateError([])]) {
      const failure = networkFailure(cause);
      assert.equal(failure.code, "unreachable");
      assert.equal(failure.cause, cause);
    }
  });
});
