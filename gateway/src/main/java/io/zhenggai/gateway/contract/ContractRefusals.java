package io.zhenggai.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is the same for every operation and so is said here, not in each service: that a refusal is a problem (RFC 9457), and
 * what the door itself refuses before or instead of a service. What a service says of such a status stays.
 */
final class ContractRefusals {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head", "options");
    private static final String PROBLEM = "application/problem+json";

    private static final List<Refusal> ALWAYS = List.of(
            new Refusal("400", "InvalidRequest"),
            new Refusal("401", "Unauthenticated"),
            new Refusal("406", "NotAcceptable"),
            new Refusal("414", "UriTooLong"),
            new Refusal("431", "HeadersTooLarge"),
            new Refusal("502", "ServiceBrokeOff"),
            new Refusal("503", "ServiceUnavailable"),
            new Refusal("504", "ServiceTimedOut"));
    private static final List<Refusal> WITH_BODY = List.of(
            new Refusal("408", "RequestTooSlow"),
            new Refusal("413", "TooLarge"),
            new Refusal("415", "UnsupportedMediaType"));

    private static final ObjectNode COMPONENTS = Tree.read("""
            responses:
              InvalidRequest:
                description: "请求地址、参数或内容有误。The address, a parameter or the content is not valid."
              Unauthenticated:
                description: "未登录或登录已失效。Not signed in, or no longer."
              NotAcceptable:
                description: "无法提供 Accept 所要求的格式。None of the media types in Accept can be given."
              UriTooLong:
                description: "请求地址过长。The address is too long."
              HeadersTooLarge:
                description: "请求头过大。The header fields are too large."
              RequestTooSlow:
                description: "请求内容传输过慢，未作任何处理。The body came too slowly; nothing was done."
              TooLarge:
                description: "请求内容过大。The body is too large."
              UnsupportedMediaType:
                description: "不支持的内容格式。The media type of the body is none that is read here."
              ServiceBrokeOff:
                description: "服务应答中断，是否已办理不确定。The service broke off; whether it acted is not known."
              ServiceUnavailable:
                description: "服务暂不可用，未作任何处理，可稍后重试。The service cannot be reached; nothing was done, try again later."
              ServiceTimedOut:
                description: "服务响应超时，是否已办理不确定。The service did not answer in time; whether it acted is not known."
            schemas:
              Problem:
                description: "错误说明（RFC 9457）。A refusal."
                type: object
                required: [type, title, status, detail, instance, traceId]
                properties:
                  type: {type: string, format: uri, description: "错误类型，长期不变；末段相同的 /problems/… 处有说明。The kind of the refusal, stable; explained at /problems/ with the same last part."}
                  title: {type: string}
                  status: {type: integer, format: int32}
                  detail: {type: string, description: "具体原因或处理办法，一句话。What is wrong in this case, or what to do about it, in a sentence."}
                  instance: {type: string}
                  traceId: {type: string, description: "供管理员查找日志。Leads the operators to the log."}
                  violations:
                    type: array
                    items:
                      type: object
                      required: [field, message]
                      properties:
                        field: {type: string, description: "字段、参数或列名。A field, parameter or column."}
                        row: {type: integer, format: int32, description: "导入文件中的行号，从 1 起。The line of an imported file, from 1."}
                        message: {type: string}
                  currentStatus: {type: string, description: "当前状态。Where the thing stands, when it does not allow the move."}
                  legalMoves: {type: array, items: {type: string}, description: "当前允许的操作。The moves that it allows."}
                  violationCount: {type: integer, format: int64, description: "全部问题的数量，列出的可能只是一部分。How many findings there are, more than are listed perhaps."}
                  campaignId: {type: string, format: uuid, description: "已按该文号发布的整改行动。The campaign that is published under the document number already."}
            """);

    private record Refusal(String status, String name) {}

    private ContractRefusals() {}

    /** Completes the operations of a contract, and its components by what they now refer to. */
    static void addTo(ObjectNode contract) {
        boolean isEmpty = true;
        for (JsonNode path : contract.path("paths")) {
            for (Map.Entry<String, JsonNode> member : path.properties()) {
                if (METHODS.contains(member.getKey()) && member.getValue() instanceof ObjectNode operation) {
                    complete(operation);
                    isEmpty = false;
                }
            }
        }
        if (!isEmpty) {
            addComponents(contract);
        }
    }

    private static void complete(ObjectNode operation) {
        ObjectNode responses = operation.withObject("/responses");
        for (Map.Entry<String, JsonNode> response : responses.properties()) {
            if (response.getKey().compareTo("400") >= 0 && response.getValue() instanceof ObjectNode refusal) {
                declareProblem(refusal);
            }
        }
        ALWAYS.forEach(refusal -> refer(responses, refusal));
        if (operation.has("requestBody")) {
            WITH_BODY.forEach(refusal -> refer(responses, refusal));
        }
    }

    private static void refer(ObjectNode responses, Refusal refusal) {
        if (!responses.has(refusal.status())) {
            responses.putObject(refusal.status()).put("$ref", "#/components/responses/" + refusal.name());
        }
    }

    private static void declareProblem(ObjectNode response) {
        if (!response.has("content") && !response.has("$ref")) {
            response.putObject("content")
                    .putObject(PROBLEM)
                    .putObject("schema")
                    .put("$ref", "#/components/schemas/Problem");
        }
    }

    private static void addComponents(ObjectNode contract) {
        for (Map.Entry<String, JsonNode> kind : COMPONENTS.properties()) {
            ObjectNode present = contract.withObject("/components").withObject("/" + kind.getKey());
            for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
                ObjectNode added = component.getValue().deepCopy();
                if (kind.getKey().equals("responses")) {
                    declareProblem(added);
                }
                if (!present.has(component.getKey())) {
                    present.set(component.getKey(), added);
                }
            }
        }
    }
}
