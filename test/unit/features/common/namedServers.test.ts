import assert from "node:assert/strict";
import { namedServers } from "../../../../src/features/common/namedServers";

const servers = [
  { name: "Home", baseUrl: "https://home.example.com" },
  { name: "Lab", baseUrl: "http://10.0.0.1:25774/komari" },
  { name: "Lab", baseUrl: "https://lab.example.com" },
  { name: "lab.example.com", baseUrl: "https://other.example.com" },
  { name: "Six", baseUrl: "http://[2001:db8::1]:25774" },
  { name: "Munich", baseUrl: "https://xn--mnchen-3ya.example:8443/komari" },
];

describe("namedServers", () => {
  const cases: readonly (readonly [wanted: string, ...found: readonly number[]])[] = [
    ["Home", 0],
    [" Home ", 0],
    ["home", ...[]],
    ["Home.Example.com", 0],
    ["https://home.example.com/", 0],
    ["http://home.example.com", ...[]],
    ["10.0.0.1", 1],
    ["10.0.0.1:25774", 1],
    ["10.0.0.1:80", ...[]],
    ["Lab", 1, 2],
    ["lab.example.com", 3],
    ["https://lab.example.com", 2],
    ["HTTPS://HOME.EXAMPLE.COM", 0],
    ["https://home.example.com:443", 0],
    ["home.example.com:443", 0],
    ["home.example.com:0443", 0],
    ["home.example.com/", 0],
    ["home.example.com/nodes", ...[]],
    ["10.0.0.1/", 1],
    ["10.0.0.1:25774/", 1],
    ["10.0.0.1:25774/komari/", 1],
    ["http://10.0.0.1:25774", ...[]],
    ["2001:db8::1", 4],
    ["[2001:DB8::1]", 4],
    ["[2001:db8:0:0:0:0:0:1]:25774", 4],
    ["[2001:db8::1]:80", ...[]],
    ["http://[2001:db8::1]:25774/", 4],
    ["münchen.example", 5],
    ["MÜNCHEN.example:8443", 5],
    ["xn--mnchen-3ya.example", 5],
    ["https://münchen.example:8443/komari", 5],
    ["münchen.example:443", ...[]],
    ["user@home.example.com", ...[]],
    ["home.example.com:99999", ...[]],
    ["ftp://home.example.com", ...[]],
    ["7", ...[]],
    ["", ...[]],
  ];
  for (const [wanted, ...found] of cases) {
    it(`finds ${found.length} for ${JSON.stringify(wanted)}`, () => {
      assert.deepEqual(
        namedServers(servers, wanted).map((server) => servers.indexOf(server)),
        found,
      );
    });
  }
});
