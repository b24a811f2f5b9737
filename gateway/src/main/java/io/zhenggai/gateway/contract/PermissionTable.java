package io.zhenggai.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may call what, as one page for people: made of what the contract says of each operation in {@code x-roles}, {@code x-scope} and {@code x-machine-scope}. */
public final class PermissionTable {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
    private static final String WITHIN = "●";
    private static final String EVERYWHERE = "○";
    private static final String MACHINE = "system";

    private static final List<Column> ROLES = List.of(
            new Column("province", "省工改办", "全省", "the whole province"),
            new Column(
                    "member-unit",
                    "省级成员单位",
                    "全省范围内由本单位承办、配合或登记的事项",
                    "what the unit leads, helps with or has registered, in the whole province"),
            new Column("office", "省辖市、济源示范区工改办", "本市及所辖县（市、区）、开发区", "the city with its counties and zones"),
            new Column("indicator-lead", "指标牵头部门", "本市及所辖县（市、区）、开发区", "the city with its counties and zones"),
            new Column("county", "县（市、区）、开发区", "本县（市、区）、开发区", "the county or zone"),
            new Column(
                    "department",
                    "成员单位、配合部门",
                    "本市（县、区）内由本单位承办、配合或登记的事项",
                    "what the unit leads, helps with or has registered, in its city or county"),
            new Column("leader", "领导", "全省，或令牌所载地区", "the whole province, or the region in the token"),
            new Column("auditor", "督查", "全省，或令牌所载地区", "the whole province, or the region in the token"),
            new Column(
                    "system",
                    "省级系统",
                    "以该系统名义承办、配合或登记的事项",
                    "what is led, helped with or registered under the system's own name"));

    private static final String HEAD = """
            # 权限表 Permissions

            本表由接口文档生成，与程序中的权限声明一致；请勿手工修改。操作 × 角色 × 范围。Made of the contract, which says what the code declares; do not edit.
            Operation × role × scope. A test calls every operation by every role and fails where one is answered otherwise.

            | 角色 role | | 范围 scope |
            |---|---|---|
            """;

    private static final String BETWEEN = """

            进度表、应办事项、整改方案、培训由各市工改办负责，本市各县（市、区）、部门、领导、督查均可查看全市内容。统计数据按单位统计的，只计其承办的问题。
            The board, obligations, plans and training sessions are the office's: whoever belongs to the city, a county or department too, reads all of the city's. Figures count of a unit what it leads.

            %s 可以操作，限于上述范围；范围以外一律视为不存在（404；请求内容中涉及范围以外的地区为 422）。may call it, within the scope above: what is outside is not there (404, and 422 where a body names it).
            %s 可以操作，内容为全省公开。may call it, and what it shows is the whole province's.
            空白：无权操作（403）；未登录为 401。Nothing: 403, and 401 without a token.
            省级系统另需令牌含所列权限；登记问题的，来源须为令牌所列（`source:…`，如 `source:MINI_PROGRAM`）。A machine client needs the scope that is named, and registers only what comes of the sources that its token names.

            """.formatted(WITHIN, EVERYWHERE);

    private static final String FOOT = """

            更细的条件（如不得审核本人报送的事项）见接口文档中各操作的说明。Finer conditions, such as that nobody reviews what they submitted themselves, stand
            with each operation in [openapi.yaml](openapi.yaml). Besides these there are the operators' doors of each service (`/admin/…`), which the gateway
            does not pass on: for role `system` with scope `events:operate`, see [operations.md](operations.md).
            """;

    /** One role; the words are those of its tokens. */
    private record Column(String role, String name, String scope, String scopeInEnglish) {}

    private PermissionTable() {}

    /**
     * @param contract the merged contract, YAML
     * @return Markdown
     * @throws ContractException when an operation does not say who may call it, or names a role that is none
     */
    public static String of(String contract) {
        StringBuilder page = new StringBuilder(HEAD);
        ROLES.forEach(role -> page.append(
                "| `%s` %s | %s | %s |\n".formatted(role.role(), role.name(), role.scope(), role.scopeInEnglish())));
        page.append(BETWEEN);
        page.append("| 操作 operation | | ")
                .append(ROLES.stream().map(Column::role).collect(Collectors.joining(" | ")))
                .append(" |\n|---|---|")
                .append(":-:|".repeat(ROLES.size()))
                .append('\n');
        for (Map.Entry<String, JsonNode> path :
                Tree.read(contract).path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey()) && member.getValue() instanceof ObjectNode operation) {
                    page.append(row(member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation));
                }
            }
        }
        return page.append(FOOT).toString();
    }

    /** A machine client needs more than its role. */
    private static String scope(Column role, ObjectNode declared) {
        String needed = declared.path("x-machine-scope").asText();
        return role.role().equals(MACHINE) && !needed.isEmpty() ? " `" + needed + "`" : "";
    }

    private static String row(String operation, ObjectNode declared) {
        Set<String> allowed = new LinkedHashSet<>();
        declared.path("x-roles").forEach(role -> allowed.add(role.asText()));
        Set<String> unknown = new LinkedHashSet<>(allowed);
        ROLES.forEach(role -> unknown.remove(role.role()));
        if (allowed.isEmpty() || !unknown.isEmpty()) {
            throw new ContractException(operation + " may be called by "
                    + (allowed.isEmpty() ? "nobody that it names" : "roles that are none: " + unknown));
        }
        String mark =
                switch (declared.path("x-scope").asText()) {
                    case "caller" -> WITHIN;
                    case "province" -> EVERYWHERE;
                    default ->
                        throw new ContractException(operation + " does not say within what scope it may be called");
                };
        return "| `%s` | %s | %s |\n"
                .formatted(
                        operation,
                        declared.path("summary").asText(),
                        ROLES.stream()
                                .map(role -> allowed.contains(role.role()) ? mark + scope(role, declared) : "")
                                .collect(Collectors.joining(" | ")));
    }
}
