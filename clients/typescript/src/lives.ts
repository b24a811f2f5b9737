import { randomUUID } from "node:crypto";
import type { Campaign } from "./campaign.js";
import { type Answer, type Called, read, type Schemas } from "./client.js";
import { ANALYSIS, CLOSE_OUT, type Issue, type Named, named, newIssue, OPINION, prove } from "./ledger.js";
import type { Stage } from "./stage.js";

const REASON: Schemas["Reason"] = { reason: "经核实" };

/** One issue, moved by one call after another, each with the tag of the answer before. */
class Moved {
  constructor(
    private readonly stage: Stage,
    public issue: Answer<Issue>,
  ) {}

  static async registered(stage: Stage, campaign: Campaign): Promise<Moved> {
    const body = newIssue(campaign, stage.city);
    return new Moved(stage, await read(stage.province.POST("/api/v1/issues", { body })));
  }

  async by(call: (params: Named) => Promise<Called & { data?: Issue }>): Promise<void> {
    this.issue = await read(call(named(this.issue)));
  }

  /** Reads it again, after something that does not answer it. */
  async again(): Promise<void> {
    await this.by(({ path }) => this.stage.office.GET("/api/v1/issues/{reference}", { params: { path } }));
  }

  /** The same with the request that was made last. */
  async byRequest(
    call: (params: Named & { path: { requestId: string } }) => Promise<Called & { data?: Issue }>,
  ): Promise<void> {
    const { path, header } = named(this.issue);
    const requests = await read(this.stage.office.GET("/api/v1/issues/{reference}/requests", { params: { path } }));
    const last = requests.data.items.at(-1);
    if (last === undefined) {
      throw new Error("there is no request");
    }
    this.issue = await read(call({ path: { ...path, requestId: last.id }, header }));
  }
}

/** What may happen to issues off the straight way, and what other systems hear of it. */
export async function liveOtherLives(stage: Stage, campaign: Campaign): Promise<void> {
  const issue = await handDown(stage, campaign);
  await extend(stage, campaign, issue);
  await revokeAndMakeLongTerm(stage, campaign, issue);
  await complain(stage, campaign);
  await mergeAndSplit(stage, campaign);
  await doManyAtOnce(stage, campaign);
  await carryOver(stage, campaign);
  const first = await read(stage.statistics.GET("/api/v1/issues/changes", { params: { query: { limit: 5 } } }));
  const query = { cursor: first.data.next };
  await read(stage.statistics.GET("/api/v1/issues/changes", { params: { query } }));
}

async function handDown(stage: Stage, campaign: Campaign): Promise<Moved> {
  const { province, office, lead } = stage;
  const moved = await Moved.registered(stage, campaign);
  const correction: Schemas["IssueCorrection"] = { severity: "GENERAL", reason: "录入有误" };
  await moved.by((params) =>
    office.POST("/api/v1/issues/{reference}/corrections", { params, body: correction }),
  );
  await moved.by((params) =>
    province.POST("/api/v1/issues/{reference}/assignments", { params, body: { deadline: campaign.today } }),
  );
  await moved.by((params) => office.POST("/api/v1/issues/{reference}/acknowledgements", { params }));
  const allotment: Schemas["Allotment"] = { leadUnit: "住建局", cooperatingUnits: [] };
  await moved.by((params) => office.POST("/api/v1/issues/{reference}/allotments", { params, body: allotment }));
  await moved.by((params) =>
    lead.POST("/api/v1/issues/{reference}/reassignment-requests", { params, body: REASON }),
  );
  await moved.byRequest((params) =>
    office.POST("/api/v1/issues/{reference}/requests/{requestId}/refusals", { params, body: OPINION }),
  );
  await moved.by((params) => lead.POST("/api/v1/issues/{reference}/acknowledgements", { params }));
  await moved.by((params) => lead.POST("/api/v1/issues/{reference}/cause-analyses", { params, body: ANALYSIS }));
  await moved.by((params) => lead.POST("/api/v1/issues/{reference}/rectifications", { params }));
  await moved.by((params) =>
    lead.POST("/api/v1/issues/{reference}/progress-entries", { params, body: { progress: "已完成流程梳理" } }),
  );
  return moved;
}

async function extend({ province, lead }: Stage, campaign: Campaign, moved: Moved): Promise<void> {
  const extension: Schemas["ExtensionRequest"] = { deadline: campaign.end, reason: "系统改造周期较长" };
  const ask = () =>
    moved.by((params) =>
      lead.POST("/api/v1/issues/{reference}/extension-requests", { params, body: extension }),
    );
  await ask();
  await moved.byRequest((params) =>
    lead.POST("/api/v1/issues/{reference}/requests/{requestId}/withdrawals", { params }),
  );
  await ask();
  await moved.byRequest((params) =>
    province.POST("/api/v1/issues/{reference}/requests/{requestId}/grants", { params, body: OPINION }),
  );
}

async function revokeAndMakeLongTerm(stage: Stage, campaign: Campaign, moved: Moved): Promise<void> {
  const { province, reviewerOfProvince, office, lead } = stage;
  await prove(stage, moved.issue);
  await moved.again();
  await moved.by((params) => lead.POST("/api/v1/issues/{reference}/close-out-requests", { params, body: CLOSE_OUT }));
  await moved.by((params) => office.POST("/api/v1/issues/{reference}/first-reviews", { params, body: OPINION }));
  await moved.by((params) =>
    reviewerOfProvince.POST("/api/v1/issues/{reference}/close-outs", { params, body: OPINION }),
  );
  const revocation: Schemas["Revocation"] = {
    finding: "INCOMPLETE",
    reason: "现场核查未到位",
    deadline: campaign.end,
  };
  await moved.by((params) =>
    province.POST("/api/v1/issues/{reference}/close-out-revocations", { params, body: revocation }),
  );
  const longTerm: Schemas["LongTermRequest"] = {
    stageGoal: "半数事项并联办理",
    stageReviewOn: campaign.end,
    reason: "需省级系统改造",
  };
  await moved.by((params) =>
    lead.POST("/api/v1/issues/{reference}/long-term-requests", { params, body: longTerm }),
  );
  await moved.byRequest((params) =>
    province.POST("/api/v1/issues/{reference}/requests/{requestId}/grants", { params, body: OPINION }),
  );
  const review: Schemas["StageReview"] = {
    outcome: "CONTINUE",
    opinion: "进展正常",
    stageGoal: "全部并联办理",
    stageReviewOn: campaign.end,
  };
  await moved.by((params) => province.POST("/api/v1/issues/{reference}/stage-reviews", { params, body: review }));
}

async function complain(stage: Stage, campaign: Campaign): Promise<void> {
  const { province, office, city } = stage;
  const complaint = (): Schemas["SourceItem"] => ({
    source: "MINI_PROGRAM",
    documentNumber: randomUUID(),
    answerOwedTo: "投诉人",
    answerDueOn: campaign.end,
    complainant: { name: "李建国", contact: "13800138000" },
  });
  const body = { ...newIssue(campaign, city), sourceItem: complaint() };
  const moved = new Moved(stage, await read(province.POST("/api/v1/issues", { body })));
  await moved.by((params) =>
    office.POST("/api/v1/issues/{reference}/source-items", { params, body: complaint() }),
  );
  const sourceItemId = moved.issue.data.sourceItems?.[0]?.id;
  if (sourceItemId === undefined) {
    throw new Error("there is no source item");
  }
  const ofItem = ({ path, header }: Named) => ({ path: { ...path, sourceItemId }, header });
  await moved.by((params) =>
    office.POST("/api/v1/issues/{reference}/source-items/{sourceItemId}/answers", {
      params: ofItem(params),
      body: { answer: "已约定联合验收时间" },
    }),
  );
  await moved.by((params) =>
    province.POST("/api/v1/issues/{reference}/assignments", { params, body: { deadline: campaign.end } }),
  );
  await moved.by((params) => office.POST("/api/v1/issues/{reference}/acknowledgements", { params }));
  await moved.by((params) => office.POST("/api/v1/issues/{reference}/cause-analyses", { params, body: ANALYSIS }));
  await moved.by((params) => office.POST("/api/v1/issues/{reference}/rectifications", { params }));
  await moved.by((params) =>
    office.POST("/api/v1/issues/{reference}/source-items/{sourceItemId}/call-backs", {
      params: ofItem(params),
      body: { result: "SATISFIED" },
    }),
  );
  const rejected = await Moved.registered(stage, campaign);
  await rejected.by((params) => province.POST("/api/v1/issues/{reference}/rejections", { params, body: REASON }));
}

async function mergeAndSplit(stage: Stage, campaign: Campaign): Promise<void> {
  const { province, office } = stage;
  const staying = await Moved.registered(stage, campaign);
  const { region, description } = staying.issue.data;
  const question: Schemas["DuplicateQuestion"] = { campaignId: campaign.id, region, description };
  await read(office.POST("/api/v1/issues/duplicates", { body: question }));
  const going = await Moved.registered(stage, campaign);
  const merge: Schemas["Merge"] = { into: staying.issue.data.ledgerNumber, reason: "反映的是同一问题" };
  await going.by((params) => office.POST("/api/v1/issues/{reference}/merges", { params, body: merge }));
  await going.by((params) => office.POST("/api/v1/issues/{reference}/unmerges", { params, body: REASON }));
  const split = await read(
    province.POST("/api/v1/issues/{reference}/splits", {
      params: named(going.issue),
      body: { regions: ["411400"] },
    }),
  );
  if (split.data.created.length !== 1) {
    throw new Error(`one region more was split into ${JSON.stringify(split.data)}`);
  }
}

/** Where a campaign has ended that left something: on a system that was just started none has. */
async function carryOver({ province }: Stage, campaign: Campaign): Promise<void> {
  const campaigns = await read(province.GET("/api/v1/campaigns"));
  const ended = campaigns.data.items.find(({ end }) => end < campaign.today);
  const query = { campaignId: [ended?.id ?? campaign.id], status: ["REGISTERED" as const], limit: 1 };
  const left = await read(province.GET("/api/v1/issues", { params: { query } }));
  const issue = left.data.items[0];
  if (ended === undefined || issue === undefined) {
    return;
  }
  const params = { path: { reference: issue.ledgerNumber }, header: { "If-Match": `"${issue.version}"` } };
  await read(
    province.POST("/api/v1/issues/{reference}/carry-overs", { params, body: { campaignId: campaign.id } }),
  );
}

async function doManyAtOnce(stage: Stage, campaign: Campaign): Promise<void> {
  const { province, office, reviewerOfOffice } = stage;
  const moved = await Moved.registered(stage, campaign);
  const reference = moved.issue.data.ledgerNumber;
  const item: Schemas["BatchAssignment"] = { reference, version: 0, deadline: campaign.end };
  const assigned = await read(province.POST("/api/v1/issue-assignments", { body: { items: [item, item] } }));
  if (assigned.data.done !== 1 || assigned.data.items[1]?.problem?.status !== 409) {
    throw new Error(`the second of the same is refused: ${JSON.stringify(assigned.data)}`);
  }
  await moved.again();
  await moved.by((params) => office.POST("/api/v1/issues/{reference}/acknowledgements", { params }));
  await moved.by((params) => office.POST("/api/v1/issues/{reference}/cause-analyses", { params, body: ANALYSIS }));
  await moved.by((params) => office.POST("/api/v1/issues/{reference}/rectifications", { params }));
  await prove(stage, moved.issue);
  await moved.again();
  await moved.by((params) => office.POST("/api/v1/issues/{reference}/close-out-requests", { params, body: CLOSE_OUT }));
  const { version } = moved.issue.data;
  const review: Schemas["BatchVerification"] = {
    reference,
    version,
    decision: "FIRST_REVIEW",
    opinion: "初审通过",
  };
  await read(reviewerOfOffice.POST("/api/v1/issue-verifications", { body: { items: [review] } }));
}
