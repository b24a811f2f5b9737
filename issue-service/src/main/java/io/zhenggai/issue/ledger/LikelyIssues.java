package io.zhenggai.issue.ledger;

import io.agroal.api.AgroalDataSource;
import io.zhenggai.issue.ledger.Likeness.Wanted;
import io.zhenggai.kit.sql.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds for each of many new issues the one that is still open and most likely the same matter. Reached only for what is being registered in
 * regions where the caller may register; who delivers is not shown what was found, who decides on it sees the region.
 *
 * <p>The database cuts each description into trigrams once, and {@link Likeness} counts what they have in common: {@code similarity} cuts both
 * texts for each pair, which took 20 seconds for 200 new issues of a region with 5,000 in place of half a second.
 */
@ApplicationScoped
class LikelyIssues {

    /** Rows of one portion: little that is held at a time. */
    private static final int PORTION = 500;

    private static final String TRIGRAMS = """
            select show_trgm(wanted.description)
            from unnest(?) with ordinality as wanted (description, ordinal) order by wanted.ordinal
            """;

    /** In which open issues, or issues merged into them, their documents are. Documents are compared as {@link Compared} does. */
    private static final String SAME_DOCUMENT = """
            select distinct wanted.ordinal, coalesce(found.merged_into, found.id) as issue_id
            from unnest(?, ?, ?) with ordinality as wanted (region, source, document, ordinal)
            join source_item as item
              on item.document_number is not null
             and regexp_replace(normalize(item.document_number, NFKC), '\\s+', '', 'g') = wanted.document
             and item.region_code = wanted.region and item.source = wanted.source
            join issue as found on found.id = item.issue_id
            """;

    private static final String OPEN = """
            select id, region_code, show_trgm(description) as trigrams from issue
            where campaign_id = ? and region_code = any (?) and status = any (?)
            order by id
            """;

    private final AgroalDataSource dataSource;

    LikelyIssues(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Three statements for any number of them; the last one reads the open issues of their regions and campaign.
     *
     * @param issues that keep the rules of the campaign
     * @return what was found, by the place of the new one from 0; nothing where nothing is likely
     */
    Map<Integer, LikelyIssue> likeliest(UUID campaignId, List<NewIssue> issues) {
        try (Connection connection = dataSource.getConnection()) {
            Likeness likeness = new Likeness(wanted(connection, issues));
            Map<UUID, Set<Integer>> sameDocument = sameDocument(connection, issues);
            try (PreparedStatement open = connection.prepareStatement(OPEN)) {
                open.setFetchSize(PORTION);
                open.setObject(1, campaignId);
                open.setArray(
                        2,
                        connection.createArrayOf(
                                "text",
                                issues.stream().map(NewIssue::region).distinct().toArray()));
                open.setArray(
                        3,
                        connection.createArrayOf(
                                "text",
                                IssueStatus.open().stream().map(Enum::name).toArray()));
                try (ResultSet found = open.executeQuery()) {
                    while (found.next()) {
                        UUID id = found.getObject("id", UUID.class);
                        likeness.compare(
                                id,
                                found.getString("region_code"),
                                trigrams(found, "trigrams"),
                                sameDocument.getOrDefault(id, Set.of()));
                    }
                }
            }
            return likeness.likeliest();
        } catch (SQLException e) {
            throw new IllegalStateException("the issues could not be compared", e);
        }
    }

    private static List<Wanted> wanted(Connection connection, List<NewIssue> issues) throws SQLException {
        try (PreparedStatement cut = connection.prepareStatement(TRIGRAMS)) {
            new Columns<>(cut, issues).texts(1, NewIssue::description);
            try (ResultSet found = cut.executeQuery()) {
                List<Wanted> wanted = new ArrayList<>();
                while (found.next()) {
                    wanted.add(Wanted.of(issues.get(wanted.size()), Set.of(trigrams(found, "show_trgm"))));
                }
                return wanted;
            }
        }
    }

    private static String[] trigrams(ResultSet found, String column) throws SQLException {
        return (String[]) found.getArray(column).getArray();
    }

    /** @return the places of the new issues that come of a document in which an issue was found, by its id */
    private static Map<UUID, Set<Integer>> sameDocument(Connection connection, List<NewIssue> issues)
            throws SQLException {
        Map<Document, Set<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < issues.size(); i++) {
            int place = i;
            Document.of(issues.get(i)).ifPresent(document -> places.computeIfAbsent(document, key -> new HashSet<>())
                    .add(place));
        }
        // Each document once: a scorecard's lines are all of one, and many issues come of it.
        List<Document> documents = List.copyOf(places.keySet());
        Map<UUID, Set<Integer>> ofIssues = new HashMap<>();
        try (PreparedStatement named = connection.prepareStatement(SAME_DOCUMENT)) {
            Columns<Document> columns = new Columns<>(named, documents);
            columns.texts(1, Document::region);
            columns.names(2, Document::source);
            columns.texts(3, Document::number);
            try (ResultSet found = named.executeQuery()) {
                while (found.next()) {
                    Set<Integer> ofDocument = places.get(documents.get(found.getInt("ordinal") - 1));
                    ofIssues.merge(found.getObject("issue_id", UUID.class), ofDocument, LikelyIssues::both);
                }
            }
        }
        return ofIssues;
    }

    private static Set<Integer> both(Set<Integer> some, Set<Integer> others) {
        Set<Integer> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }

    /** A document of one source, as far as it concerns a region. */
    private record Document(String region, IssueSource source, String number) {

        static Optional<Document> of(NewIssue issue) {
            SourceItem item = issue.sourceItem();
            return Optional.ofNullable(item.documentNumber())
                    .map(number -> new Document(issue.region(), item.source(), Compared.of(number)));
        }
    }
}
