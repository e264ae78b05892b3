import { type FaultGroup } from "../fault";
import { postFaults } from "./posts";
import { responseFaults } from "./responses";
import { socketFaults } from "./sockets";

/** All of docs/reliability.md. */
export const faultGroups: readonly FaultGroup[] = [
  { title: "Sockets that carry nothing", faults: socketFaults },
  { title: "POST that fails while the socket is well", faults: postFaults },
  { title: "Responses in the place of the server's", faults: responseFaults },
];
