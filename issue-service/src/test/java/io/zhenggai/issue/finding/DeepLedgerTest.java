package io.zhenggai.issue.finding;

import static io.zhenggai.issue.testsupport.Api.as;
import static io.zhenggai.issue.testsupport.OtherServices.CAMPAIGN_2021;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.zhenggai.issue.testsupport.OnRealServers;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.time.BusinessClock;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A county with more issues than are tried when a page is looked for. */
@QuarkusTest
@OnRealServers
class DeepLedgerTest {

    private static final String COUNTY = "411729";
    private static final int ISSUES = 22_000;

    /** The eldest is led by one unit, every thousandth by another one, a quarter by a third, and the newest are of none. */
    private static final String INSERT = """
            insert into issue (id, version, event_version, ledger_number, campaign_id, city_code, region_code, source, description, category,
                               severity, status, registered_at, registered_by, lead_unit)
            select cast('0192ffff-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as uuid), 0, 1, 'ZG2021-411700-' || (8000000 + n), ?,
                   '411700', '411729', 'EVALUATION', '用于翻页', 'TIME', 'GENERAL', 'REGISTERED', timestamptz '2021-01-01' + n * interval '1 s',
                   'province',
                   case when n = 1 then '档案馆' when n % 1000 = 0 then '气象局' when n % 4 = 1 and n < 20000 then '住建局' end
            from generate_series(1, ?) as n
            on conflict do nothing
            """;

    /** What is searched of an issue here is its unit of three characters: two pairs, and what stands for its region and its quarter of a day. */
    private static final String INSERT_TEXTS = """
            insert into issue_text (issue_id, fields, documents, document_pairs, pairs)
            select id, lead_unit, '', '{}',
                   array[ascii(lead_unit) << 16 | ascii(substr(lead_unit, 2)), ascii(substr(lead_unit, 2)) << 16 | ascii(substr(lead_unit, 3)),
                         -65536 + 1700, -65536 + 1729,
                         -131072 + (cast(floor(extract(epoch from registered_at) / 21600) as int) & 65535)]
            from issue where region_code = '411729' and lead_unit is not null
            on conflict do nothing
            """;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    BusinessClock clock;

    @BeforeEach
    void theCountyHasThem() throws Exception {
        clock.freezeAt(Instant.parse("2021-10-20T01:00:00Z"));
        OtherServices.campaign2021HasArrived();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, CAMPAIGN_2021);
            insert.setInt(2, ISSUES);
            insert.executeUpdate();
            try (Statement texts = connection.createStatement()) {
                texts.executeUpdate(INSERT_TEXTS);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"档案馆, 1", "气象局, 22", "住建局, 4999", "水利局, 0"})
    void whatIsRareIsFoundAsWellAsWhatIsFrequent(String unit, int count) {
        assertThat(numbers("leadUnit=" + unit + "&limit=200")).hasSize(count).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"档案馆, 1", "气象局, 22", "住建局, 4999", "水利局, 0"})
    void aRareWordIsFoundAsWellAsAFrequentOne(String word, int count) {
        assertThat(numbers("q=" + word + "&limit=200")).hasSize(count).doesNotHaveDuplicates();
        assertThat(numbers("q=" + word + "&limit=200&direction=ASC"))
                .containsExactlyElementsOf(reversed(numbers("q=" + word + "&limit=200")));
    }

    @ParameterizedTest
    @CsvSource({"REGISTERED_AT", "LEDGER_NUMBER", "SEVERITY", "DEADLINE", "CLOSED_AT"})
    void pagesOfAWordFollowEachOtherInEveryOrder(String sort) {
        assertThat(numbers("q=气象局&limit=5&sort=" + sort)).hasSize(22).doesNotHaveDuplicates();
    }

    @Test
    void aUnitSeesItsOwnHoweverDeepTheyLie() {
        Response list = as("department:411729:档案馆").get("/api/v1/issues?total=true");

        assertThat(list.<List<String>>path("items.ledgerNumber")).containsExactly("ZG2021-411700-8000001");
        assertThat(list.<Integer>path("total")).isOne();
    }

    @ParameterizedTest
    @CsvSource({"REGISTERED_AT", "LEDGER_NUMBER", "SEVERITY", "DEADLINE", "CLOSED_AT"})
    void pagesFollowEachOtherInEveryOrder(String sort) {
        assertThat(numbers("leadUnit=气象局&limit=5&sort=" + sort)).hasSize(22).doesNotHaveDuplicates();
    }

    private static List<String> reversed(List<String> numbers) {
        List<String> reversed = new ArrayList<>(numbers);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<String> numbers(String query) {
        List<String> numbers = new ArrayList<>();
        String address = "/api/v1/issues?region=" + COUNTY + "&" + query;
        Response page = as("county:" + COUNTY).get(address);
        numbers.addAll(page.path("items.ledgerNumber"));
        while (page.path("next") != null) {
            page = as("county:" + COUNTY).get(address + "&cursor=" + page.path("next"));
            numbers.addAll(page.path("items.ledgerNumber"));
        }
        return numbers;
    }
}
