import { type Answer, type Called, read, type Schemas } from "./client.js";
import type { Stage } from "./stage.js";

type Supervision = Schemas["SupervisionView"];
type Named = { path: { id: string }; header: { "If-Match": string } };

/** Supervises an issue by hand: one draft is dismissed, another one signed, replied to, returned, and accepted. */
export async function supervise({ province, office }: Stage, issue: string): Promise<void> {
  const body: Schemas["NewSupervision"] = { kind: "SUPERVISION_SLIP", issues: [issue] };
  let one: Answer<Supervision> = await read(province.POST("/api/v1/supervisions", { body }));
  const move = async (by: (params: Named) => Promise<Called & { data?: Supervision }>) => {
    one = await read(by({ path: { id: one.data.id }, header: { "If-Match": one.etag } }));
  };
  await move((params) =>
    province.POST("/api/v1/supervisions/{id}/dismissals", { params, body: { reason: "已当面督促" } }),
  );

  one = await read(province.POST("/api/v1/supervisions", { body }));
  const content: Schemas["SupervisionContent"] = { body: "请于【回复期限】前报告整改情况。", replyWithin: 3 };
  await move((params) => province.PUT("/api/v1/supervisions/{id}/content", { params, body: content }));
  await move((params) => province.POST("/api/v1/supervisions/{id}/signatures", { params }));
  await read(office.GET("/api/v1/supervisions", { params: { query: { issue, status: "SIGNED" } } }));
  await move(({ path }) => office.GET("/api/v1/supervisions/{id}", { params: { path } }));
  const reply: Schemas["SupervisionReply"] = { reply: "已完成流程梳理" };
  const decision: Schemas["ReplyDecision"] = { opinion: "请补充逾期原因" };
  await move((params) => office.POST("/api/v1/supervisions/{id}/replies", { params, body: reply }));
  await move((params) => province.POST("/api/v1/supervisions/{id}/reply-returns", { params, body: decision }));
  await move((params) => office.POST("/api/v1/supervisions/{id}/replies", { params, body: reply }));
  await move((params) => province.POST("/api/v1/supervisions/{id}/reply-acceptances", { params, body: decision }));
}
