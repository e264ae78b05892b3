import * as l10n from "@vscode/l10n";
import { type ChartNotice, type HeadAction } from "../../../src/shared/chartApi";
import { button, element, reconcileChildren, setText } from "../../lib/dom";

/** Says once why there is nothing to see, and what can be done about it. */
export function createNothing(onAct: (action: HeadAction) => void) {
  const text = element("p");
  const hint = element("p", { class: "hint" });
  const links = element("p", { class: "links" });
  const root = element("div", { class: "nothing", role: "status" }, text, hint, links);
  let shown = "";
  return {
    element: root,
    /** @param why in place of what is in charts; "" while there is something. */
    update: (why: string, notice: Pick<ChartNotice, "hint" | "nodeActions"> | undefined) => {
      const { hint: what = "", nodeActions = [] } = why === "" ? {} : (notice ?? {});
      root.hidden = why === "";
      setText(text, why);
      setText(hint, what);
      hint.hidden = what === "";
      links.hidden = nodeActions.length === 0;
      if (shown === nodeActions.join()) return;
      // Those that are there keep the focus.
      shown = nodeActions.join();
      reconcileChildren(
        links,
        nodeActions.map((action) =>
          button({ text: actionText(action), class: "link", onClick: () => onAct(action) }),
        ),
      );
    },
  };
}

function actionText(action: NodeAction): string {
  switch (action) {
    case "openDashboard":
      return l10n.t("Open Dashboard");
    case "copyUuid":
      return l10n.t("Copy UUID");
  }
}

type NodeAction = NonNullable<ChartNotice["nodeActions"]>[number];
