import { type FleetApi, fleetApi, type FleetSetup } from "../../src/shared/fleet/fleetApi";
import { startPage } from "../lib/startPage";
import { FleetPage } from "./ui/fleetPage";
import "./fleet.css";

startPage<FleetApi, FleetSetup, FleetPage>(
  fleetApi,
  (place, setup) => new FleetPage(place, setup),
  {
    update: (page, update) => page.apply(update),
    requestExport: (page, { format, target }) => page.export(format, target),
    focusFilter: (page) => page.focusFilter(),
  },
);
