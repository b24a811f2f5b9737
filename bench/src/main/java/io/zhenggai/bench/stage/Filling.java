package io.zhenggai.bench.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Fills a ledger as life does: all cities, most issues closed, the open ones due before and after today, descriptions of common and of
 * rare words. Made by the database itself, so that a million of them take a minute and not an hour.
 */
public final class Filling {

    /** The campaign that is filled, and goes on. */
    public static final String CAMPAIGN = "0190aaaa-0000-7000-9000-000000000001";

    /** The first number by which an issue's id ends; each has eight digits, in the order of their registration. */
    public static final int FIRST = 10_000_000;

    /** What all ids of filled issues begin with, up to their number. */
    public static final String ID_PREFIX = "0190aaaa-0000-7000-8000-0000";

    /** A word that about one of a thousand descriptions has. */
    public static final String RARE_WORD = "联审超期";

    /** A word that one of four descriptions has. */
    public static final String COMMON_WORD = "联合审图";

    /** Of every source item that is registered: a day that lies behind every run. */
    public static final String DATED = "2026-01-15";

    private static final String CAMPAIGN_ROW = """
            insert into campaign (id, title, year, starts, ends, sources)
            values ('%s', '工程建设项目审批专项整改', extract(year from current_date)::int, date_trunc('year', current_date)::date,
                    (date_trunc('year', current_date) + interval '2 years')::date,
                    '{EVALUATION,PUBLIC_PAIN_POINT,NATIONAL_CIRCULAR,PROVINCIAL_BRIEFING,SYSTEM_SCORECARD,HIDDEN_APPROVAL_CAMPAIGN,MINI_PROGRAM,SELF_INSPECTION,OTHER_SUPERVISION}')
            """.formatted(CAMPAIGN);

    /** Nine of ten are closed; the light of an open one is by its number. */
    private static final String ISSUES = """
            insert into issue (id, version, event_version, ledger_number, campaign_id, city_code, region_code, source, description, category,
                               severity, status, registered_at, registered_by, verifier, assigned_at, assigned_by, deadline, deadline_set_by,
                               due_on, lead_unit, responsible_person, cause_analysis, closed_at, closed_by, verified_by)
            select ('%s' || (%d + n))::uuid, 5, 6,
                   'ZG' || extract(year from current_date)::int || '-' || city || '-' || case when n / cities < 999 then to_char(n / cities + 1, 'FM0000') else (n / cities + 1)::text end,
                   '%s', city, region,
                   (array['EVALUATION','PROVINCIAL_BRIEFING','SYSTEM_SCORECARD','SELF_INSPECTION'])[n %% 4 + 1],
                   (array['施工许可','联合审图','竣工验收','用地规划'])[n %% 4 + 1]
                       || (array['环节','材料','时限','收费','系统'])[n %% 5 + 1] || '存在问题：'
                       || case when n %% 1000 = 7 then '%s，' else '' end
                       || (array['要求企业重复提交','超过承诺时限','线下另设前置条件','数据未及时推送','一次性告知不到位','窗口推诿'])[n %% 6 + 1]
                       || '，涉及项目' || n || '个批次，建设单位多次反映未得到答复。',
                   (array['PROCEDURES','TIME','COST','SERVICE'])[n %% 4 + 1],
                   case when n %% 50 = 0 then 'MAJOR' when n %% 10 = 0 then 'SERIOUS' else 'GENERAL' end,
                   case when closed then 'CLOSED' else 'IN_RECTIFICATION' end,
                   now() - make_interval(secs => total - n), 'province', 'PROVINCE', now() - make_interval(secs => total - n), 'PROVINCE',
                   current_date + 30 - n %% 60, 'PROVINCE',
                   case when closed then null else current_date + 30 - n %% 60 end,
                   '市住房和城乡建设局' || n %% 7, '张工' || n %% 100, '职责交叉，流程未及时修订。',
                   case when closed then now() - make_interval(secs => total - n) end,
                   case when closed then 'province' end, case when closed then '省工改办' end
            from (select n, %d as total, n %% 10 <> 3 as closed, cities, regions[n %% cities + 1] as city_and_region
                  from generate_series(0, %d - 1) as n, (select %s as regions, %d as cities) as given) as numbered,
                 lateral (select split_part(city_and_region, ':', 1) as city,
                                 coalesce(nullif(split_part(split_part(city_and_region, ':', 2), ',', n / cities %% 5 + 1), ''),
                                          split_part(city_and_region, ':', 1)) as region) as placed
            """;

    private static final String SOURCE_ITEMS = """
            insert into source_item (id, issue_id, source, document_number, item_number, region_code, dated, answer_state, source_key,
                                     description_sha256)
            select overlay(id::text placing '0190aaab' from 1 for 8)::uuid, id, source, '豫工改简报〔2026〕' || right(id::text, 8), '1',
                   region_code, registered_at::date, 'NONE_OWED', encode(sha256(convert_to(id::text, 'UTF8')), 'hex'),
                   encode(sha256(convert_to(description, 'UTF8')), 'hex')
            from issue order by id
            """;

    private static final String COUNTERS = """
            insert into ledger_counter (year, city_code, last)
            select extract(year from current_date)::int, city_code, count(*) from issue group by city_code
            """;

    private Filling() {}

    /**
     * @param writing a second session of the same database
     * @param regions CSV of the regions
     */
    static void fill(Connection connection, Connection writing, Path regions, int issues)
            throws SQLException, IOException {
        List<String> cities = cities(Files.readAllLines(regions));
        String array = cities.stream().map(city -> "'" + city + "'").collect(Collectors.joining(", ", "array[", "]"));
        try (Statement statement = connection.createStatement()) {
            statement.execute(CAMPAIGN_ROW);
            statement.execute(
                    ISSUES.formatted(ID_PREFIX, FIRST, CAMPAIGN, RARE_WORD, issues, issues, array, cities.size()));
            statement.execute(SOURCE_ITEMS);
            statement.execute(COUNTERS);
            String index = definition(statement, "issue_text_pairs");
            statement.execute("drop index issue_text_pairs");
            SearchedTexts.fill(connection, writing);
            statement.execute(index);
            statement.execute("vacuum analyze");
        }
    }

    private static String definition(Statement statement, String index) throws SQLException {
        try (ResultSet definition = statement.executeQuery("select pg_get_indexdef('%s'::regclass)".formatted(index))) {
            definition.next();
            return definition.getString(1);
        }
    }

    /** @return {@code city:region,region,region,region,region} of each city: itself and four below it */
    private static List<String> cities(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(","))
                .filter(fields -> fields[2].equals("CITY"))
                .map(city -> city[0] + ":"
                        + lines.stream()
                                .map(line -> line.split(","))
                                .filter(fields -> fields.length > 3 && fields[3].equals(city[0]))
                                .map(fields -> fields[0])
                                .limit(4)
                                .collect(Collectors.joining(",", city[0] + ",", "")))
                .toList();
    }
}
