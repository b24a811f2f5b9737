package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.identity.RegionScope;
import io.zhenggai.kit.paging.Conditions;
import io.zhenggai.kit.sql.NamedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds what is like something that is about to be registered. */
@ApplicationScoped
class Duplicates {

    /** Below that share two descriptions have little more in common than the words of the trade. */
    static final double LEAST_SIMILARITY = 0.3;

    /**
     * All of one region, each compared, with the source items of those that are merged into it. What was rejected is offered for its very
     * source item only, which cannot be registered again. Documents are compared as {@link Compared} does.
     */
    private static final String LIKE = """
            select id, similarity >= :least as similar, same_item, same_document,
                   least(1000, round(similarity * 1000) + case when same_item then 1000 when same_document then 100 else 0 end) as score
            from (select issue.id, issue.status, similarity(issue.description, :description) as similarity,
                         coalesce(bool_or(item.source_key = :key), false) as same_item,
                         coalesce(bool_or(regexp_replace(normalize(item.document_number, NFKC), '\\s+', '', 'g') = :document), false)
                             as same_document
                  from issue
                  left join issue as merged on merged.merged_into = issue.id
                  left join source_item as item on item.issue_id in (issue.id, merged.id)
                  where {conditions} and issue.status <> 'MERGED'
                  group by issue.id) as compared
            where (similarity >= :least or same_item or same_document) and (status <> 'REJECTED' or same_item)
            order by score desc, id desc
            limit 10
            """;

    private final AgroalDataSource dataSource;

    Duplicates(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** An issue that was found to be like it. */
    record Found(UUID id, int score, List<DuplicateReason> reasons) {}

    /** One statement, which reads the issues of one region and campaign. */
    List<Found> like(RegionScope scope, NewIssue issue) {
        Conditions conditions = IssueRows.inScope(scope)
                .and("issue.region_code = :region", "region", Optional.of(issue.region()))
                .and("issue.campaign_id = :campaignId", "campaignId", Optional.of(issue.campaignId()));
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("description", issue.description());
        parameters.put("key", SourceKey.of(issue).digest());
        String document = issue.sourceItem().documentNumber();
        parameters.put("document", document == null ? "" : Compared.of(document));
        parameters.put("least", LEAST_SIMILARITY);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement like =
                        NamedStatement.prepare(connection, LIKE.replace("{conditions}", conditions.hql()), parameters);
                ResultSet rows = like.executeQuery()) {
            List<Found> found = new ArrayList<>();
            while (rows.next()) {
                found.add(found(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the issues could not be compared", e);
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        List<DuplicateReason> reasons = new ArrayList<>();
        if (row.getBoolean("same_item")) {
            reasons.add(DuplicateReason.SAME_SOURCE_ITEM);
        }
        if (row.getBoolean("same_document")) {
            reasons.add(DuplicateReason.SAME_DOCUMENT);
        }
        if (row.getBoolean("similar")) {
            reasons.add(DuplicateReason.SIMILAR_DESCRIPTION);
        }
        return new Found(row.getObject("id", UUID.class), row.getInt("score"), reasons);
    }
}
