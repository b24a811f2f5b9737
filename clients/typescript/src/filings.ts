import type { Campaign } from "./campaign.js";
import { type Answer, eventually, read, refusal, type Schemas } from "./client.js";
import type { Stage } from "./stage.js";

const SUBMISSION = { documentNumber: "宛工改办〔2021〕15号", signatory: "李主任" };
const ACCEPTANCE = { opinion: "同意" };
const REPORT: Schemas["ReportContent"] = {
  practices: "加强组织领导，建立定期调度机制。",
  problems: "台账问题已逐项整改销号。",
  training: "组织专题培训，覆盖市直有关单位和县（市、区）。",
  experience: "推行“一站式”联合验收，形成可复制推广的经验。",
  nextSteps: "巩固整改成果，持续优化办理建筑许可营商环境。",
  suggestions: [{ text: "建议加大省级层面数据共享力度" }],
};

/** A plan or report as it was last answered for. */
function named({ data, etag }: Answer<{ id: string }>) {
  return { path: { id: data.id }, header: { "If-Match": etag } };
}

/**
 * Files a plan: drafted, revised, submitted, returned, submitted again, accepted.
 *
 * @param issue the ledger number of the one that it answers
 */
export async function filePlan(stage: Stage, campaign: Campaign, issue: string): Promise<void> {
  const { office, reviewerOfProvince: province } = stage;
  const content = planContent(campaign, issue);
  const body = { campaignId: campaign.id, content };
  let plan = await eventually(() => office.POST("/api/v1/plans", { body }));
  await refusal(409, office.POST("/api/v1/plans", { body }));
  plan = await read(office.PUT("/api/v1/plans/{id}/content", { params: named(plan), body: content }));
  plan = await read(office.POST("/api/v1/plans/{id}/submissions", { params: named(plan), body: SUBMISSION }));
  const reasons = [{ section: "goals[0].tasks[0]", reason: "措施不够具体，请细化时限和责任" }];
  plan = await read(province.POST("/api/v1/plans/{id}/returns", { params: named(plan), body: { reasons } }));
  plan = await read(office.POST("/api/v1/plans/{id}/submissions", { params: named(plan), body: SUBMISSION }));
  plan = await read(province.POST("/api/v1/plans/{id}/acceptances", { params: named(plan), body: ACCEPTANCE }));

  const path = { id: plan.data.id };
  await read(office.GET("/api/v1/plans", { params: { query: { campaignId: campaign.id } } }));
  await read(office.GET("/api/v1/plans/{id}", { params: { path } }));
  await read(office.GET("/api/v1/plans/{id}/history", { params: { path } }));
  await read(office.GET("/api/v1/plans/{id}/submissions/{number}", { params: { path: { ...path, number: 1 } } }));
}

/** Files the summary report, in the same way. */
export async function fileReport(stage: Stage, campaign: Campaign): Promise<void> {
  const { office, reviewerOfProvince: province } = stage;
  const body = { campaignId: campaign.id, content: REPORT };
  let report = await eventually(() => office.POST("/api/v1/reports", { body }));
  report = await read(office.PUT("/api/v1/reports/{id}/content", { params: named(report), body: REPORT }));
  report = await read(office.POST("/api/v1/reports/{id}/submissions", { params: named(report), body: SUBMISSION }));
  const reasons: Schemas["ReportReturnReason"][] = [{ part: "EXPERIENCE", reason: "典型案例不够具体，请补充" }];
  report = await read(province.POST("/api/v1/reports/{id}/returns", { params: named(report), body: { reasons } }));
  report = await read(office.POST("/api/v1/reports/{id}/submissions", { params: named(report), body: SUBMISSION }));
  report = await read(province.POST("/api/v1/reports/{id}/acceptances", { params: named(report), body: ACCEPTANCE }));

  const path = { id: report.data.id };
  await read(office.GET("/api/v1/reports", { params: { query: { campaignId: campaign.id } } }));
  await read(office.GET("/api/v1/reports/{id}", { params: { path } }));
  await read(office.GET("/api/v1/reports/{id}/history", { params: { path } }));
  await read(office.GET("/api/v1/reports/{id}/submissions", { params: { path } }));
}

/** Records a training session, and looks at what is owed. */
export async function train({ office }: Stage, campaign: Campaign): Promise<void> {
  const session = await read(
    office.POST("/api/v1/training-sessions", {
      body: {
        campaignId: campaign.id,
        kind: "SPECIAL_TRAINING",
        heldOn: campaign.today,
        title: "办理建筑许可专题培训",
        units: ["住建局", "自然资源和规划局"],
        participants: 85,
      },
    }),
  );
  await read(office.GET("/api/v1/training-sessions", { params: { query: { campaignId: campaign.id } } }));
  await read(office.GET("/api/v1/training-sessions/{id}", { params: { path: { id: session.data.id } } }));
  const owed = await read(office.GET("/api/v1/obligations", { params: { query: { campaignId: campaign.id } } }));
  const [first] = owed.data.items;
  if (first === undefined) {
    throw new Error("an office owes nothing in a campaign that has just begun");
  }
  await read(office.GET("/api/v1/obligations/{id}", { params: { path: { id: first.id } } }));
}

function planContent(campaign: Campaign, issue: string): Schemas["PlanContent"] {
  const measure = {
    text: "推行联合审图",
    deadline: campaign.end,
    leadUnit: "住建局",
    cooperatingUnits: ["自然资源和规划局"],
    responsiblePerson: "张建设",
    issues: [issue],
  };
  const tasks = [{ text: "优化施工许可办理流程", measures: [measure] }];
  return { goals: [{ text: "办理建筑许可环节、时间、成本持续压减", tasks }] };
}
