// npm run reliability: writes docs/reliability.md.
import { writeFileSync } from "node:fs";
import { fromProject } from "../host/paths";
import { faultGroups } from "./list";
import { reliabilityPage } from "./reliabilityPage";

void reliabilityPage(faultGroups).then((page) => {
  writeFileSync(fromProject("docs/reliability.md"), page);
});
