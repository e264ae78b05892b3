import { type CallApi, callApi, type CallSetup } from "../../src/shared/call/callApi";
import { startPage } from "../lib/startPage";
import { CallPanel } from "./ui/callPanel";
import "./call.css";

startPage<CallApi, CallSetup, CallPanel>(callApi, (place, setup) => new CallPanel(place, setup), {
  names: (panel, names) => panel.setNames(names),
  fill: (panel, params) => panel.fill(params),
  sent: (panel, { id }) => panel.markSent(id),
  progress: (panel, { id, bytes }) => panel.setProgress(id, bytes),
  response: (panel, response) => panel.showResponse(response),
  serversStarted: (panel, { id, servers }) => panel.startServers(id, servers),
  serverRow: (panel, { id, index, row }) => panel.showServerRow(id, index, row),
});
