import { randomUUID } from "node:crypto";
import type { Campaign } from "./campaign.js";
import { type Answer, type Called, eventually, plain, read, refusal, type Schemas } from "./client.js";
import { liveOtherLives } from "./lives.js";
import type { Stage } from "./stage.js";

export type Issue = Schemas["IssueView"];
export type Named = { path: { reference: string }; header: { "If-Match": string } };

export const OPINION: Schemas["Opinion"] = { opinion: "整改到位，同意" };
export const ANALYSIS: Schemas["CauseAnalysis"] = {
  causeAnalysis: "部门之间信息共享不到位",
  rectificationGoal: "压减办理时间",
  leadUnit: "住建局",
  cooperatingUnits: ["自然资源和规划局"],
  responsiblePerson: "张建设",
};
export const CLOSE_OUT: Schemas["CloseOutRequest"] = {
  result: "已完成整改",
  lastingMechanism: "建立定期调度机制",
  pledgeOfTruth: true,
};

/**
 * Brings an issue from its registration through a return to its close-out, imports a file of others, and looks at them all.
 *
 * @returns the ledger number of one that is assigned to nobody yet
 */
export async function keepLedger(stage: Stage, campaign: Campaign): Promise<string> {
  const { province, reviewerOfProvince, office, reviewerOfOffice, city } = stage;
  const other = await eventually(() => office.POST("/api/v1/issues", { body: newIssue(campaign, city) }));
  const misspelt = { ...newIssue(campaign, city), regoin: city };
  const problem = await refusal(400, office.POST("/api/v1/issues", { body: misspelt }));
  if (problem.violations?.[0]?.field !== "regoin") {
    throw new Error(`a misspelt field is not named: ${JSON.stringify(problem)}`);
  }

  let issue = await read(province.POST("/api/v1/issues", { ...once(), body: newIssue(campaign, city) }));
  const move = async (by: (params: Named) => Promise<Called & { data?: Issue }>) => {
    issue = await read(by(named(issue)));
  };
  await move((params) =>
    province.POST("/api/v1/issues/{reference}/assignments", { params, body: { deadline: campaign.end } }),
  );
  await move((params) => office.POST("/api/v1/issues/{reference}/acknowledgements", { params }));
  await move((params) => office.POST("/api/v1/issues/{reference}/cause-analyses", { params, body: ANALYSIS }));
  await move((params) => office.POST("/api/v1/issues/{reference}/rectifications", { params }));
  await prove(stage, issue);
  await move(({ path }) => office.GET("/api/v1/issues/{reference}", { params: { path } }));
  await move((params) => office.POST("/api/v1/issues/{reference}/close-out-requests", { params, body: CLOSE_OUT }));
  await move((params) => reviewerOfOffice.POST("/api/v1/issues/{reference}/returns", { params, body: OPINION }));
  await move((params) => office.POST("/api/v1/issues/{reference}/close-out-requests", { params, body: CLOSE_OUT }));
  await move((params) => reviewerOfOffice.POST("/api/v1/issues/{reference}/first-reviews", { params, body: OPINION }));
  const closing = { params: named(issue), body: OPINION };
  await move(() => reviewerOfProvince.POST("/api/v1/issues/{reference}/close-outs", closing));
  await refusal(
    409,
    reviewerOfProvince.POST("/api/v1/issues/{reference}/close-outs", { params: named(issue), body: OPINION }),
  );
  await look(stage, issue, campaign);
  await importOthers(stage, campaign);
  await liveOtherLives(stage, campaign);
  return other.data.ledgerNumber;
}

/** The key by which a request that is sent again is known. */
function once() {
  return { params: { header: { "Idempotency-Key": randomUUID() } } };
}

export function named(issue: Answer<Issue>): Named {
  return { path: { reference: issue.data.ledgerNumber }, header: { "If-Match": issue.etag } };
}

export async function prove({ office }: Pick<Stage, "office">, issue: Answer<Issue>): Promise<void> {
  const { path, header } = named(issue);
  const evidence = await read(
    office.POST("/api/v1/issues/{reference}/evidence", {
      params: { path, header, query: { fileName: "整改情况说明.txt" } },
      ...plain("整改情况说明：已整改到位。", "text/plain"),
    }),
  );
  await read(office.GET("/api/v1/issues/{reference}/evidence", { params: { path } }));
  await read(
    office.GET("/api/v1/issues/{reference}/evidence/{evidenceId}", {
      params: { path: { ...path, evidenceId: evidence.data.id } },
      parseAs: "text",
    }),
  );
}

async function look({ office, province }: Stage, issue: Answer<Issue>, campaign: Campaign): Promise<void> {
  await refusal(404, office.GET("/api/v1/issues/{reference}", { params: { path: { reference: randomUUID() } } }));
  await read(office.GET("/api/v1/issues/{reference}/history", { params: { path: named(issue).path } }));
  const query = { campaignId: campaign.id, limit: 1, total: true };
  const first = await read(province.GET("/api/v1/issues", { params: { query } }));
  const cursor = first.data.next;
  if (cursor === undefined || first.data.total !== 2) {
    throw new Error(`two issues are listed as ${JSON.stringify(first.data)}`);
  }
  await read(province.GET("/api/v1/issues", { params: { query: { ...query, cursor } } }));
}

async function importOthers({ office, city }: Stage, campaign: Campaign): Promise<void> {
  const query = { campaignId: campaign.id };
  const file = plain(ledgerFile(campaign, city), "text/csv");
  await read(office.POST("/api/v1/issue-imports", { params: { query: { ...query, dryRun: true } }, ...file }));
  const imported = await read(office.POST("/api/v1/issue-imports", { params: { query }, ...file }));
  if (imported.data.registered !== 2) {
    throw new Error(`two rows were imported as ${JSON.stringify(imported.data)}`);
  }
}

function ledgerFile(campaign: Campaign, city: string): string {
  const document = `自查${randomUUID()}`;
  const row = (item: number) =>
    [item, "自查发现", document, item, campaign.today, city, "联合验收未实现统一受理", "环节", "一般"].join(",");
  return [
    "序号,问题来源,来源文号,来源条目号,来源日期,所属地区,问题描述,问题类别,严重程度",
    row(1),
    row(2),
    "",
  ].join("\r\n");
}

export function newIssue(campaign: Campaign, region: string): Schemas["NewIssue"] {
  return {
    campaignId: campaign.id,
    region,
    description: "办理施工许可时间过长",
    category: "TIME",
    severity: "SERIOUS",
    sourceItem: {
      source: "EVALUATION",
      documentNumber: `通报${randomUUID()}`,
      itemNumber: "1",
      dated: campaign.today,
      textReceived: "办理施工许可平均用时超过规定时限",
    },
  };
}
