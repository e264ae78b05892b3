import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { l10nCalls } from "./l10nCalls";
import { readTexts } from "./manifest";
import { root } from "./sources";

/** Words that visible texts do not use, each with the one that they use. */
type Banned = readonly (readonly [banned: RegExp, instead: string])[];

const bannedInEnglish: Banned = [
  [/\banswer(s|ed|ing)?\b/i, "response, respond"],
  [/\banew\b/i, "again, or a verb with re-"],
  [/\b(has|have) to\b/i, "must"],
  [/\b(some|every|any|no)body\b/i, "someone, everyone, anyone, no one"],
  [/\bspans?\b/i, "time range"],
  [/\bstale\b/i, "last known"],
  [/\bthinned out\b/i, "downsampled"],
  [/\btraffic limit\b/i, "quota"],
  [/\bthe (least|most)\b(?! (important|recent))/i, "minimum, maximum"],
  [/\b(tells?|told|wants|going by|whoever|at will|will do|on (the|their) way)\b/i, "plain words"],
  [
    /\b(colour|favourite|behaviour|cancelled|cancelling|catalogue|grey|licence)\b/i,
    "American spelling",
  ],
  [/^(what|who)\b[^?]*$/i, "a noun: descriptions are no clauses"],
  [/\b(honest(ly)?|look in|in spite|by (it|them)sel(f|ves))\b/i, "plain words"],
  [/\b(asks? for no|takes? long|one after the other|in (capitals|turns))\b/i, "plain words"],
  [/\.\.\./, "…"],
];

const bannedInChinese: Banned = [
  [/您/, "你"],
  [/机密/, "敏感信息"],
  [/遮盖|密文/, "隐藏"],
  [/Ping/, "延迟, 延迟监测任务"],
  [/流量限制/, "流量阈值"],
  [/两步验证|双重身份/, "双因素验证"],
  [/告警|警报/, "通知"],
  [/过时/, "状态未知, 最后已知"],
  [/毁掉|销毁/, "删除"],
  [/(?<![a-z])URL/, "网址"],
  [/点击/, "单击"],
  [/控制台|仪表板/, "仪表盘"],
  [/台服务器/, "个服务器"],
  [/作答|答复|回答/, "响应"],
  [/抽样/, "降采样"],
  [/等待状态/, "正在获取状态"],
  [/分支/, "衍生版"],
  [/(?<![\w-])token(?!\w)/i, "令牌"],
  [/已过期 ?\{/, "已到期"],
  [/\.\.\./, "…"],
  [/\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u, "full-width punctuation"],
  [
    /\p{Script=Han}[A-Za-z\d]|[A-Za-z\d%]\p{Script=Han}/u,
    "a space between Han and Latin or digits",
  ],
  [/\p{Script=Han} +\p{Script=Han}/u, "no space between Han"],
];

const englishGuides = ["README.md", "CHANGELOG.md"].concat(
  ["calls", "charts", "limits", "settings"].map((name) => `docs/${name}.md`),
);

/** Words of a title that stay small. */
const smallWords = new Set("a an and as at by for from in of on or the to with".split(" "));

function broken(texts: readonly string[], banned: Banned): readonly string[] {
  return texts.flatMap((text) => {
    const found = banned.filter(([pattern]) => pattern.test(plain(text)));
    return found.map(([, instead]) => `${text} → ${instead}`);
  });
}

/** Without code, addresses and what a link opens: those are not prose. */
function plain(text: string): string {
  return text
    .replaceAll(/`[^`]*`/g, "`")
    .replaceAll(/\]\(command:[^)]*\)/g, "]")
    .replaceAll(/https?:\/\/[\w./?=&-]*/g, "address");
}

/** The lines of a guide, without code, markup and the names of commands. */
function readGuide(path: string): readonly string[] {
  const text = readFileSync(join(root, path), "utf8")
    .replaceAll(/^```[^]*?^```$/gm, "")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\*\*[^*]*\*\*/g, "**")
    .replaceAll(/\]\([^)]*\)/g, "]");
  return text.split("\n");
}

function isTitleCase(title: string): boolean {
  return title
    .split(/[ -]/)
    .every((word, index) => (index > 0 && smallWords.has(word)) || !/^\p{Ll}/u.test(word));
}

describe("Visible texts: words", () => {
  const english = readTexts("package.nls.json");
  const chinese = readTexts("package.nls.zh-cn.json");

  it("are plain English of the trade", () => {
    const inCode = l10nCalls().flatMap(({ message }) => message ?? []);
    assert.deepEqual(broken([...new Set(inCode), ...Object.values(english)], bannedInEnglish), []);
  });

  it("are Chinese as Komari has it, with full-width marks and spaces around Latin", () => {
    const bundle = readTexts("l10n/bundle.l10n.zh-cn.json");
    const texts = [...Object.values(bundle), ...Object.values(chinese)];
    assert.deepEqual(broken(texts, bannedInChinese), []);
  });

  it("are the same in the guides", () => {
    assert.deepEqual(broken(englishGuides.flatMap(readGuide), bannedInEnglish), []);
    assert.deepEqual(broken(readGuide("README.zh-CN.md"), bannedInChinese), []);
  });

  it("are in title case where they name a command", () => {
    const titles = Object.entries(english).filter(([key]) => key.startsWith("command."));
    assert.deepEqual(
      titles.filter(([, title]) => !isTitleCase(title)),
      [],
    );
  });
});
