package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.kit.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds for each of many new issues the one that is still open and most likely the same matter. Reached only for what is being registered in
 * regions where the caller may register; who delivers is not shown what was found, who decides on it sees the region.
 */
@ApplicationScoped
class LikelyIssues {

    /**
     * All open issues of the regions are compared, by the measure of {@link Duplicates}. Of one document: what has an item number is told
     * apart from the rest of it by whoever wrote it, however alike the lines read; a complaint number without one is one matter.
     */
    private static final String LIKELIEST = """
            with wanted as (
                select * from unnest(?, ?, ?, ?, ?, ?) with ordinality
                    as wanted (region, description, source, document, numbered, complaint, ordinal)
            ), named as (
                select distinct wanted.ordinal, coalesce(found.merged_into, found.id) as issue_id
                from wanted
                join source_item as item
                  on item.document_number is not null
                 and regexp_replace(normalize(item.document_number, NFKC), '\\s+', '', 'g') = wanted.document
                 and item.region_code = wanted.region and item.source = wanted.source
                join issue as found on found.id = item.issue_id
            ), compared as (
                select wanted.ordinal, issue.id, similarity(issue.description, wanted.description) as similarity,
                       named.issue_id is not null as same_document, wanted.numbered = 1 as numbered, wanted.complaint = 1 as complaint
                from wanted
                join issue on issue.region_code = wanted.region and issue.campaign_id = ? and issue.status = any (?)
                left join named on named.ordinal = wanted.ordinal and named.issue_id = issue.id
            )
            select distinct on (ordinal) ordinal, id, similarity >= ? as similar, same_document,
                   least(1000, round(similarity * 1000) + case when same_document then 100 else 0 end) as score
            from compared
            where not (same_document and numbered) and (similarity >= ? or same_document and complaint)
            order by ordinal, score desc, id desc
            """;

    private final AgroalDataSource dataSource;

    LikelyIssues(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * One statement for any number of them.
     *
     * @param issues that keep the rules of the campaign
     * @return what was found, by the place of the new one from 0; nothing where nothing is likely
     */
    Map<Integer, LikelyIssue> likeliest(UUID campaignId, List<NewIssue> issues) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement likeliest = connection.prepareStatement(LIKELIEST)) {
            Columns<NewIssue> columns = new Columns<>(likeliest, issues);
            columns.texts(1, NewIssue::region);
            columns.texts(2, NewIssue::description);
            columns.names(3, issue -> issue.sourceItem().source());
            columns.texts(4, LikelyIssues::document);
            columns.ints(5, issue -> issue.sourceItem().itemNumber() == null ? 0 : 1);
            columns.ints(6, issue -> issue.sourceItem().source().needsCallBack() ? 1 : 0);
            likeliest.setObject(7, campaignId);
            likeliest.setArray(
                    8,
                    connection.createArrayOf(
                            "text", IssueStatus.open().stream().map(Enum::name).toArray()));
            likeliest.setDouble(9, Duplicates.LEAST_SIMILARITY);
            likeliest.setDouble(10, Duplicates.LEAST_SIMILARITY);
            try (ResultSet found = likeliest.executeQuery()) {
                Map<Integer, LikelyIssue> likely = new HashMap<>();
                while (found.next()) {
                    likely.put(found.getInt("ordinal") - 1, likely(found));
                }
                return likely;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the issues could not be compared", e);
        }
    }

    private static LikelyIssue likely(ResultSet found) throws SQLException {
        List<DuplicateReason> reasons = new ArrayList<>();
        if (found.getBoolean("same_document")) {
            reasons.add(DuplicateReason.SAME_DOCUMENT);
        }
        if (found.getBoolean("similar")) {
            reasons.add(DuplicateReason.SIMILAR_DESCRIPTION);
        }
        return new LikelyIssue(found.getObject("id", UUID.class), found.getInt("score"), reasons);
    }

    /** No document is none of any issue's. */
    private static String document(NewIssue issue) {
        String document = issue.sourceItem().documentNumber();
        return document == null ? "" : Compared.of(document);
    }
}
