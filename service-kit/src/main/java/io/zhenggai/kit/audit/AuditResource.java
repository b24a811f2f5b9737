package io.zhenggai.kit.audit;

import io.smallrye.common.annotation.Blocking;
import io.zhenggai.kit.http.Links;
import io.zhenggai.kit.identity.CurrentCaller;
import io.zhenggai.kit.identity.ProvinceWide;
import io.zhenggai.kit.identity.Role.Claim;
import io.zhenggai.kit.paging.Page;
import io.zhenggai.kit.paging.PageRequest;
import io.zhenggai.kit.problem.Refusal;
import io.zhenggai.kit.text.Text;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What is on record in this service, for auditors. Every service answers for itself under one address with its name in it: each record
 * is chained, sealed and verified in the database of its own.
 */
@Path("/api/v1/audit/{service}")
@Tag(name = "audit", description = "What is on record 审计")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Claim.AUDITOR)
@Blocking
@APIResponse(responseCode = "401", description = "not signed in 未登录")
@APIResponse(responseCode = "403", description = "not for this role 该角色无权查看")
@APIResponse(responseCode = "404", description = "no such service 没有该服务")
public class AuditResource {

    /** Named here so that the contract tells them, and clients have them as words. */
    private static final String ISSUE = "issue-service";

    private static final String PLAN = "plan-service";
    private static final String REPORT = "report-service";
    private static final String NOTIFICATION = "notification-service";
    private static final String WHOSE = "whose record 所查服务";

    private static final String TYPE = "[a-z][a-z-]{0,49}";
    private static final String ACTION = "[A-Z][A-Z_]{0,49}";

    private final AuditTrail trail;
    private final CurrentCaller caller;
    private final String name;

    AuditResource(
            AuditTrail trail, CurrentCaller caller, @ConfigProperty(name = "quarkus.application.name") String name) {
        this.trail = trail;
        this.caller = caller;
        this.name = name;
    }

    /** Lists who did what. */
    @GET
    @Operation(
            operationId = "listAuditEntries",
            summary = "List who did what 查询操作记录",
            description =
                    "All histories of the service in one list, and what operators did with events; the newest first."
                            + " Each entry is chained to the one before of the same aggregate by its hash. Of things in the"
                            + " auditor's region and below. 仅限督查；按所在地区查看，最新的在前；每条记录与同一事项的上一条以散列值相连。")
    @APIResponse(responseCode = "200", description = "a page 一页操作记录")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数有误")
    public RestResponse<Page<AuditEntry>> list(
            @Parameter(
                            description = WHOSE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {ISSUE, PLAN, REPORT, NOTIFICATION}))
                    @PathParam("service")
                    String service,
            @Parameter(description = "such as issue or plan 事项类型")
                    @QueryParam("aggregateType")
                    @Pattern(regexp = TYPE)
                    @Nullable
                    String aggregateType,
            @Parameter(description = "of one thing 事项标识") @QueryParam("aggregateId") @Nullable UUID aggregateId,
            @Parameter(description = "such as ASSIGN 操作") @QueryParam("action") @Pattern(regexp = ACTION) @Nullable
                    String action,
            @Parameter(description = "by one person or system, the subject of its token 操作人标识")
                    @QueryParam("person")
                    @Text(max = 255)
                    @Nullable
                    String person,
            @Parameter(description = "first day 起始日期") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "last day 截止日期") @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "count all of them too 同时返回总数") @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        requireOurs(service);
        AuditFilter filter = new AuditFilter(
                Optional.ofNullable(aggregateType),
                Optional.ofNullable(aggregateId),
                Optional.ofNullable(action),
                Optional.ofNullable(person),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
        return Links.page(uri, trail.history(caller.get().scope(), filter, page(limit, cursor, total)));
    }

    /** Lists who was shown personal data. */
    @GET
    @Path("/personal-data-reads")
    @Operation(
            operationId = "listPersonalDataReads",
            summary = "List who was shown personal data 查询个人信息查阅记录",
            description =
                    "Who was shown addresses or complaints as received, when and of which things; never the data; the newest first."
                            + " Of people in the auditor's region and below. 仅限督查；按查阅人所在地区查看，最新的在前；不含个人信息内容。")
    @APIResponse(responseCode = "200", description = "a page 一页查阅记录")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数有误")
    public RestResponse<Page<PersonalDataRead>> personalDataReads(
            @Parameter(
                            description = WHOSE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {ISSUE, PLAN, REPORT, NOTIFICATION}))
                    @PathParam("service")
                    String service,
            @Parameter(description = "by one person or system, the subject of its token 查阅人标识")
                    @QueryParam("person")
                    @Text(max = 255)
                    @Nullable
                    String person,
            @Parameter(description = "of one thing 被查阅事项标识") @QueryParam("owner") @Nullable UUID owner,
            @Parameter(description = "first day 起始日期") @QueryParam("from") @Nullable LocalDate from,
            @Parameter(description = "last day 截止日期") @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "count all of them too 同时返回总数") @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        requireOurs(service);
        ReadFilter filter = new ReadFilter(
                Optional.ofNullable(person),
                Optional.ofNullable(owner),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
        return Links.page(uri, trail.reads(caller.get().scope(), filter, page(limit, cursor, total)));
    }

    /** Lists the seals. */
    @GET
    @Path("/seals")
    @ProvinceWide
    @Operation(
            operationId = "listSeals",
            summary = "List the seals over the record 查询封存记录",
            description =
                    "Each seals the last entries of all chains that had grown since the one before; the newest first. Keep them elsewhere:"
                            + " whoever has a seal can tell whether anything before it was changed. 仅限督查；最新的在前；请另行保存，可据以核验此前的记录未被改动。")
    @APIResponse(responseCode = "200", description = "a page 一页封存记录")
    @APIResponse(responseCode = "400", description = "a parameter is not of its form 参数有误")
    public RestResponse<Page<Seal>> seals(
            @Parameter(
                            description = WHOSE,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {ISSUE, PLAN, REPORT, NOTIFICATION}))
                    @PathParam("service")
                    String service,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Parameter(description = "count all of them too 同时返回总数") @QueryParam("total") boolean total,
            @Context UriInfo uri) {
        requireOurs(service);
        return Links.page(uri, trail.seals(page(limit, cursor, total)));
    }

    private static PageRequest page(int limit, @Nullable String cursor, boolean total) {
        return new PageRequest(limit, Optional.ofNullable(cursor), total);
    }

    private void requireOurs(String service) {
        if (!service.equals(name)) {
            throw Refusal.notFound("服务", "service");
        }
    }
}
