import list from "../../fixtures/described/methods-nekomari.json";
import { minute, second } from "../fleet/simNode";
import { fileMethods } from "../methods/newer/files";
import { methodList } from "../methods/newer/methodList";
import { nekomariMethods } from "../methods/newer/nekomariMethods";
import { nekomariQueries } from "../methods/newer/nekomariQueries";
import { nekomariStatus } from "../methods/newer/nekomariStatus";
import { type Profile } from "./profile";
import { v143 } from "./v143";

const mebibyte = 2 ** 20;

/**
 * A fork of 1.5.0-fix1, with numbers that upstream uses too, as described: see
 * test/fixtures/described. It has limits where upstream has none.
 */
export const nekomari: Profile = {
  ...v143,
  version: "1.6.5",
  knobs: {
    batchMax: 32,
    bodyMax: mebibyte,
    messageMax: mebibyte,
    socketMax: 256,
    loginMax: 5,
    idleMax: 1.5 * minute,
    queryPlaces: 4,
    queryWait: 10 * second,
  },
  methods: methodList(list),
  handlers: { ...fileMethods, ...nekomariMethods, ...nekomariQueries },
  socket: { ...v143.socket, checksCaller: true },
  status: { ...v143.status, gpus: true, includePing: true, write: nekomariStatus },
  history: { ...v143.history, backups: true },
};
