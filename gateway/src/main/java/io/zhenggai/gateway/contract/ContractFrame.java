package io.zhenggai.gateway.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the gateway itself says in the contract, whatever the services publish. */
final class ContractFrame {

    /** The scheme that needs no provider to be known: a token that the caller has already. */
    static final String TOKEN = "token";

    private static final String FRAME = """
            openapi: "3.1.0"
            info:
              title: 河南省工程建设项目审批制度改革 · 整改提升行动 (Zhenggai)
              summary: 整改提升行动全过程接口：台账、方案、培训、报告、提醒。The rectification campaign from notice to accepted report.
              description: |
                全省办理建筑许可营商环境整改提升行动的统一接口：问题台账、整改方案、应办事项、专题培训、总结报告、通知提醒和统计数据。

                除本文档外，所有接口均须携带访问令牌；各单位只能看到本地区的数据。

                出错时一律返回 `application/problem+json`（RFC 9457），默认使用中文，可通过 `Accept-Language: en` 改用英文。

                POST 请求可携带 `Idempotency-Key`：未收到应答时以同一值重发同一请求，不会重复办理。

                The one interface of the province-wide campaign to rectify how construction permits are dealt with: ledger, plans,
                obligations, training, reports, reminders and figures. Everything but this document needs a bearer token; an office
                sees its own region only. Every refusal is `application/problem+json` (RFC 9457), in Chinese unless English is asked for.
                A POST may carry an `Idempotency-Key`: sent again with the same key when its answer was lost, it is not done twice.
              version: "1"
              license:
                name: Apache-2.0
                identifier: Apache-2.0
            servers:
              - url: /
            security:
              - token: []
            paths: {}
            components:
              securitySchemes:
                token:
                  type: http
                  scheme: bearer
                  bearerFormat: JWT
                  description: 访问令牌（OpenID Connect，RS256）。An access token of the OpenID Connect provider.
            """;

    private ContractFrame() {}

    /** @return a valid contract without any path */
    static ObjectNode contract() {
        return Tree.read(FRAME);
    }
}
