import { randomUUID } from "node:crypto";
import type { Campaign } from "./campaign.js";
import { type Answer, type Called, eventually, plain, read, refusal, type Schemas } from "./client.js";
import { deliver } from "./deliveries.js";
import { liveOtherLives } from "./lives.js";
import { lookBack } from "./lookbacks.js";
import type { Stage } from "./stage.js";
import { supervise } from "./supervisions.js";
import { keepViews } from "./views.js";

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
  await compare(stage, issue);
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
  await keepViews(stage);
  await print(stage, issue, campaign);
  await lookBack(stage, campaign, issue.data.ledgerNumber);
  await supervise(stage, other.data.ledgerNumber);
  await deliver(stage, campaign);
  await putRightOnTheSpot(stage, campaign);
  await importOthers(stage, campaign);
  await importAfterwards(stage, campaign);
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

/** One pixel, as PNG. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A picture that becomes evidence later. */
async function upload({ office }: Pick<Stage, "office">, fileName: string): Promise<string> {
  const file = { body: "", bodySerializer: () => new Blob([PIXEL]), headers: { "Content-Type": "image/png" } };
  const uploaded = await read(office.POST("/api/v1/uploads", { params: { query: { fileName } }, ...file }));
  const { id } = uploaded.data;
  const kept = await read(office.GET("/api/v1/uploads/{id}", { params: { path: { id } } }));
  return kept.data.id;
}

/** Shows what was before and what is now, and takes one of the two back. */
async function compare(stage: Stage, issue: Answer<Issue>): Promise<void> {
  const { office } = stage;
  const before = await upload(stage, "整改前.png");
  const after = await upload(stage, "整改后.png");
  const { path, header } = named(issue);
  const attached = await read(
    office.POST("/api/v1/issues/{reference}/evidence/attachments", {
      params: { path, header },
      body: {
        evidence: [
          { uploadId: before, moment: "BEFORE" },
          { uploadId: after, moment: "AFTER", pairedWith: before },
        ],
      },
    }),
  );
  if (attached.data.items[0]?.pairedWith !== after) {
    throw new Error(`two pieces are a pair as ${JSON.stringify(attached.data)}`);
  }
  await read(
    office.GET("/api/v1/issues/{reference}/evidence/{evidenceId}/thumbnail", {
      params: { path: { ...path, evidenceId: before } },
      parseAs: "blob",
    }),
  );
  await read(
    office.POST("/api/v1/issues/{reference}/evidence/{evidenceId}/withdrawals", {
      params: { path: { ...path, evidenceId: after }, header: { "If-Match": attached.etag } },
      body: { reason: "照片不清晰" },
    }),
  );
}

async function putRightOnTheSpot(stage: Stage, campaign: Campaign): Promise<void> {
  const { office, city } = stage;
  const trifle: Schemas["NewIssue"] = { ...newIssue(campaign, city), severity: "GENERAL" };
  const body = {
    issue: trifle,
    causeAnalysis: ANALYSIS,
    closeOut: CLOSE_OUT,
    evidence: [{ uploadId: await upload(stage, "现场.png") }],
  };
  const issue = await read(office.POST("/api/v1/issues/on-the-spot", { ...once(), body }));
  if (issue.data.status !== "CLOSE_OUT_REQUESTED") {
    throw new Error(`what was put right on the spot is ${issue.data.status}`);
  }
}

async function look({ office, province }: Stage, issue: Answer<Issue>, campaign: Campaign): Promise<void> {
  await refusal(404, office.GET("/api/v1/issues/{reference}", { params: { path: { reference: randomUUID() } } }));
  await read(office.GET("/api/v1/issues/{reference}/history", { params: { path: named(issue).path } }));
  await read(office.GET("/api/v1/my-work"));
  const query = { campaignId: [campaign.id], limit: 1, total: true };
  const first = await read(province.GET("/api/v1/issues", { params: { query } }));
  const cursor = first.data.next;
  if (cursor === undefined || first.data.total !== 2) {
    throw new Error(`two issues are listed as ${JSON.stringify(first.data)}`);
  }
  await read(province.GET("/api/v1/issues", { params: { query: { ...query, cursor } } }));
}

async function print({ office }: Stage, issue: Answer<Issue>, campaign: Campaign): Promise<void> {
  const query = { list: "LEDGER" as const, format: "CSV" as const, campaignId: [campaign.id] };
  const sheet = await read(
    office.GET("/api/v1/issue-ledgers", {
      params: { query },
      parseAs: "text",
    }),
  );
  if (!String(sheet.data).includes(issue.data.ledgerNumber)) {
    throw new Error("the exported ledger lacks an issue");
  }
  const { path } = named(issue);
  await read(office.GET("/api/v1/issues/{reference}/close-out-form", { params: { path }, parseAs: "blob" }));
  await read(office.GET("/api/v1/issues/{reference}/file", { params: { path }, parseAs: "blob" }));
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

/** What is answered when the file has come is worked on afterwards. */
async function importAfterwards({ office, city }: Stage, campaign: Campaign): Promise<void> {
  const upload = (text: string, dryRun: boolean) =>
    read(
      office.POST("/api/v1/issue-imports/uploads", {
        params: { query: { campaignId: campaign.id, dryRun } },
        ...plain(text, "text/csv"),
      }),
    );
  await read(office.GET("/api/v1/issue-imports/template", { parseAs: "blob" }));
  const good = (await upload(ledgerFile(campaign, city), true)).data.id;
  await settled(office, good, "DONE");
  await read(office.POST("/api/v1/issue-imports/{id}/registrations", { params: { path: { id: good } } }));
  await settled(office, good, "DONE");
  const wrong = (await upload(ledgerFile(campaign, "火星"), false)).data.id;
  await settled(office, wrong, "REFUSED");
  const path = { id: wrong };
  const errors = await read(
    office.GET("/api/v1/issue-imports/{id}/error-file", { params: { path }, parseAs: "text" }),
  );
  if (!String(errors.data).includes("错误原因")) {
    throw new Error(`an error file says no reason: ${errors.data}`);
  }
}

async function settled(office: Stage["office"], id: string, state: string): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    const { data } = await read(office.GET("/api/v1/issue-imports/{id}", { params: { path: { id } } }));
    if (data.settledAt !== undefined || Date.now() > end) {
      if (data.state !== state) {
        throw new Error(`an import is ${JSON.stringify(data)}`);
      }
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
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
