import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { components, paths } from "../target/contract.js";

export type Schemas = components["schemas"];
export type Api = Client<paths>;

const PATIENCE_MS = 30_000;
const LOOK_MS = 250;

/**
 * One account's client: each call is typed by the contract, path, parameters, body and answer alike.
 *
 * @param baseUrl the gateway, without a trailing slash
 * @param token bearer token of the account
 * @param watching sees every answer
 */
export function clientOf(baseUrl: string, token: string, watching: Middleware): Api {
  const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });
  client.use(watching);
  return client;
}

/** What a call was answered with that was not refused. */
export interface Answer<T> {
  readonly data: T;
  /** To be sent as If-Match with the next change; empty where the thing has none. */
  readonly etag: string;
}

export interface Called {
  data?: unknown;
  error?: unknown;
  response: Response;
}

/** The answer of a call that must not be refused. */
export async function read<C extends Called>(call: Promise<C>): Promise<Answer<NonNullable<C["data"]>>> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw new Error(`${response.url} was refused: ${response.status} ${JSON.stringify(error)}`);
  }
  return { data: data as NonNullable<C["data"]>, etag: response.headers.get("ETag") ?? "" };
}

/** The problem of a call that must be refused, with that status. */
export async function refusal(status: number, call: Promise<Called>): Promise<Schemas["Problem"]> {
  const { error, response } = await call;
  if (response.status !== status) {
    throw new Error(`${response.url}: ${response.status} in place of ${status}`);
  }
  return error as Schemas["Problem"];
}

/** Repeats a call while it is refused, for half a minute at most: what one service has published reaches the others by events. */
export async function eventually<C extends Called>(call: () => Promise<C>): Promise<Answer<NonNullable<C["data"]>>> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const called = await call();
    if (called.response.ok || Date.now() > end) {
      return read(Promise.resolve(called));
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** A text as the body of a request, as it is. */
export function plain(body: string, mediaType: string) {
  return { body, bodySerializer: (text: string) => text, headers: { "Content-Type": mediaType } };
}
