import { readFileSync } from "node:fs";
import { Ajv2020 as Ajv, type AnySchemaObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Middleware } from "openapi-fetch";
import { parse } from "yaml";

type Content = Record<string, unknown>;

interface Declared {
  $ref?: string;
  content?: Content;
}

interface Operation {
  operationId: string;
  responses: Record<string, Declared>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, Declared> };
}

const KEY = "contract";

/** Holds every answer that a client gets against the contract, and remembers which operations were called. */
export class Contract {
  readonly #document: Document;
  readonly #ajv = new Ajv({ strict: false, allErrors: true });
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #succeeded = new Set<string>();
  readonly #violations: string[] = [];
  #answers = 0;

  /** @param file the contract, OpenAPI 3.1 as YAML */
  constructor(file: URL) {
    this.#document = parse(readFileSync(file, "utf8")) as Document;
    close(this.#document.components);
    addFormats.default(this.#ajv);
    this.#ajv.addFormat("binary", true);
    this.#ajv.addSchema({ $id: KEY, ...this.#document } as AnySchemaObject);
  }

  /** To be used by every client. */
  watch(): Middleware {
    return {
      onResponse: async ({ request, response, schemaPath }) => {
        this.#answers++;
        const found = await this.#judge(request.method.toLowerCase(), schemaPath, response.clone());
        this.#violations.push(
          ...found.map((violation) => `${request.method} ${schemaPath}: ${response.status} ${violation}`),
        );
        return undefined;
      },
    };
  }

  async #judge(method: string, path: string, response: Response): Promise<string[]> {
    const operation = this.#document.paths[path]?.[method];
    const declared = operation?.responses[String(response.status)];
    if (operation === undefined || declared === undefined) {
      return ["is not declared"];
    }
    if (response.ok) {
      this.#succeeded.add(operation.operationId);
    }
    const body = await response.text();
    const content = this.#content(declared);
    const mediaTypes = Object.keys(content);
    if (mediaTypes.length === 0) {
      return body === "" ? [] : ["has a body, and none is declared"];
    }
    const mediaType = bare(response.headers.get("Content-Type") ?? "");
    const key = mediaTypes.find((one) => bare(one) === mediaType || one === "*/*");
    if (key === undefined) {
      return [`comes as ${mediaType}, and ${mediaTypes.join(" or ")} is declared`];
    }
    if (!mediaType.endsWith("json")) {
      return [];
    }
    const pointer = declared.$ref ?? `#/paths/${escaped(path)}/${method}/responses/${response.status}`;
    const validate = this.#validator(`${KEY}${pointer}/content/${escaped(key)}/schema`);
    return validate(JSON.parse(body)) ? [] : [`has another body: ${this.#ajv.errorsText(validate.errors)}`];
  }

  #content(declared: Declared): Content {
    const name = declared.$ref?.split("/").at(-1);
    return (name === undefined ? declared : this.#document.components.responses[name])?.content ?? {};
  }

  #validator(reference: string): ValidateFunction {
    let validator = this.#validators.get(reference);
    if (validator === undefined) {
      validator = this.#ajv.compile({ $ref: reference });
      this.#validators.set(reference, validator);
    }
    return validator;
  }

  /** How many answers were held against it. */
  get answers(): number {
    return this.#answers;
  }

  /** Where answers were not as declared. */
  get violations(): readonly string[] {
    return this.#violations;
  }

  /** The operationId of each operation. */
  get operations(): readonly string[] {
    return Object.values(this.#document.paths).flatMap((item) =>
      Object.values(item).map((operation) => operation.operationId),
    );
  }

  /** Those that have been answered with nothing but refusals, or not at all. */
  get missed(): readonly string[] {
    return this.operations.filter((operation) => !this.#succeeded.has(operation));
  }
}

/** What is not declared must not be there, for nobody would know of it; only problems may say more (RFC 9457). */
function close(node: unknown, name = ""): void {
  if (typeof node !== "object" || node === null) {
    return;
  }
  const schema = node as { type?: unknown; properties?: unknown; additionalProperties?: unknown };
  if (schema.type === "object" && schema.properties !== undefined && name !== "Problem") {
    schema.additionalProperties ??= false;
  }
  Object.entries(node).forEach(([key, member]) => close(member, key));
}

/** A part of a JSON pointer within the fragment of a URI. */
function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}

function bare(mediaType: string): string {
  return mediaType.replace(/\s*;.*/, "");
}
