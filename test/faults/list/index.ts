import { type FaultGroup } from "../fault";
import { callFaults } from "./calls";
import { connectionFaults } from "./connections";
import { encodingFaults } from "./encodings";
import { frameFaults } from "./frames";
import { freezeFaults } from "./freezes";
import { lostFaults } from "./lost";
import { nameFaults } from "./names";
import { nodeFaults } from "./nodes";
import { postFaults } from "./posts";
import { responseFaults } from "./responses";
import { serverFaults } from "./servers";
import { slowFaults } from "./slow";
import { socketFaults } from "./sockets";
import { waitFaults } from "./waits";

/** All of docs/reliability.md. */
export const faultGroups: readonly FaultGroup[] = [
  { title: "Sockets that carry nothing", faults: socketFaults },
  { title: "Servers and connections that stand still", faults: waitFaults },
  { title: "POST that fails while the socket is well", faults: postFaults },
  { title: "Responses in the place of the server's", faults: responseFaults },
  { title: "Connections", faults: connectionFaults },
  { title: "Names, addresses and certificates", faults: nameFaults },
  {
    title: "Freezes, lost connections, sleep and clocks",
    faults: [...freezeFaults, ...lostFaults],
  },
  { title: "Slow answers", faults: slowFaults },
  { title: "Encodings of responses", faults: encodingFaults },
  { title: "What sockets carry", faults: frameFaults },
  { title: "Calls that change something", faults: callFaults },
  { title: "The server itself", faults: serverFaults },
  { title: "Nodes that come and go", faults: nodeFaults },
];
