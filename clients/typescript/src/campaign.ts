import { randomUUID } from "node:crypto";
import { plain, read, refusal, type Schemas } from "./client.js";
import { dayInShanghai, daysBetween, movedBy } from "./days.js";
import type { Stage } from "./stage.js";

export interface Campaign {
  readonly id: string;
  /** By the clock of the system. */
  readonly today: string;
  readonly end: string;
}

/** Reads a notice into a draft, corrects it into a campaign of its own that begins today, and publishes it. */
export async function publishCampaign(stage: Stage, notice: string): Promise<Campaign> {
  const { province, office, nobody } = stage;
  await refusal(401, nobody.GET("/api/v1/campaigns"));
  await refusal(403, office.POST("/api/v1/campaign-drafts", plain(notice, "text/plain;charset=UTF-8")));

  const draft = await read(province.POST("/api/v1/campaign-drafts", plain(notice, "text/plain;charset=UTF-8")));
  const today = dayInShanghai(draft.data.createdAt);
  const path = { id: draft.data.id };
  const correction = {
    params: { path, header: { "If-Match": draft.etag } },
    body: begunOn(today, draft.data.campaign),
  };
  const corrected = await read(province.PUT("/api/v1/campaign-drafts/{id}", correction));
  await refusal(412, province.PUT("/api/v1/campaign-drafts/{id}", correction));
  await read(province.GET("/api/v1/campaign-drafts", { params: { query: { status: "OPEN" } } }));
  await read(province.GET("/api/v1/campaign-drafts/{id}", { params: { path } }));
  await read(province.GET("/api/v1/campaign-drafts/{id}/text", { params: { path }, parseAs: "text" }));
  const published = await read(
    province.POST("/api/v1/campaign-drafts/{id}/publications", {
      params: { path, header: { "If-Match": corrected.etag } },
    }),
  );
  await read(province.GET("/api/v1/campaign-drafts/{id}/history", { params: { path } }));

  const { id } = published.data;
  await read(office.GET("/api/v1/campaigns"));
  const campaign = await read(office.GET("/api/v1/campaigns/{id}", { params: { path: { id } } }));
  const again = await office.GET("/api/v1/campaigns/{id}", {
    params: { path: { id }, header: { "If-None-Match": campaign.etag } },
  });
  if (again.response.status !== 304) {
    throw new Error(`a campaign that has not changed was answered with ${again.response.status}`);
  }
  return { id, today, end: campaign.data.end };
}

/** The same campaign under another number, all its days moved so that it begins on that day. */
function begunOn(day: string, content: Schemas["DraftContent"]): Schemas["DraftContent"] {
  const days = daysBetween(content.start ?? day, day);
  return {
    ...content,
    documentNumber: `豫工改办〔${day.slice(0, 4)}〕${Math.floor(Math.random() * 1e9)}号`,
    title: `整改提升行动 ${randomUUID()}`,
    printedOn: day,
    start: day,
    end: movedBy(days, content.end ?? day),
    phases: (content.phases ?? []).map((phase) => ({ ...phase, deadline: movedBy(days, phase.deadline ?? day) })),
  };
}
