import assert from "node:assert/strict";
import { namedServers } from "../../../src/platform/namedServers";

const servers = [
  { name: "Home", baseUrl: "https://home.example.com" },
  { name: "Lab", baseUrl: "http://10.0.0.1:25774/komari" },
  { name: "Lab", baseUrl: "https://lab.example.com" },
  { name: "lab.example.com", baseUrl: "https://other.example.com" },
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
