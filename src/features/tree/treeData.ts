import { type TreeDataProvider } from "vscode";
import { type LeafElement, type TreeElement } from "./elements";
import { treeItem } from "./row";
import { type ServerTree } from "./serverTree";

/** The rows of a view as VS Code requests them. */
export function treeData<Key, Leaf extends LeafElement<Key>>(
  tree: Pick<
    ServerTree<Key, Leaf, never>,
    "onDidChangeTreeData" | "getParent" | "itemOf" | "tooltipOf"
  >,
  getChildren: TreeDataProvider<TreeElement<Key, Leaf>>["getChildren"],
) {
  return {
    onDidChangeTreeData: tree.onDidChangeTreeData,
    getChildren,
    getParent: (element) => tree.getParent(element),
    getTreeItem: (element) => treeItem(element.id, tree.itemOf(element)),
    resolveTreeItem: async (item, element, token) => {
      const tooltip = await tree.tooltipOf(element, token);
      if (tooltip !== undefined) item.tooltip = tooltip;
      return item;
    },
  } as const satisfies TreeDataProvider<TreeElement<Key, Leaf>>;
}
