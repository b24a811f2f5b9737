package io.zhenggai.kit.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {

    private static final RegionCode PROVINCE = new RegionCode("410000");
    private static final RegionCode ZHENGZHOU = new RegionCode("410100");
    private static final RegionCode JIYUAN = new RegionCode("419001");
    private static final RegionCode GONGYI = new RegionCode("410181");

    private final Regions regions = Regions.ofHenan();

    @Test
    void holdsOneProvinceEighteenOfficesAndWhatLiesBelow() {
        assertThat(regions.all()).hasSize(199);
        assertThat(regions.province().code()).isEqualTo(PROVINCE);
        assertThat(regions.offices()).hasSize(18);
        assertThat(regions.offices().get(0).name()).isEqualTo("郑州市");
        assertThat(regions.offices().get(17).code()).isEqualTo(JIYUAN);
        assertThat(regions.all().stream().filter(region -> region.level() == RegionLevel.COUNTY))
                .hasSize(156);
        assertThat(regions.all().stream().filter(region -> region.level() == RegionLevel.ZONE))
                .hasSize(24);
    }

    @Test
    void everyRegionBelowACityLiesInTheCityOfItsCode() {
        assertThat(regions.all())
                .filteredOn(region -> region.level() == RegionLevel.COUNTY || region.level() == RegionLevel.ZONE)
                .allSatisfy(region ->
                        assertThat(region.parent()).isEqualTo(region.code().cityCode()));
    }

    @Test
    void findsByCode() {
        assertThat(regions.find(GONGYI)).map(Region::name).contains("巩义市");
        assertThat(regions.find(new RegionCode("110000"))).isEmpty();
    }

    @Test
    void regionContainsItselfAndWhatLiesBelow() {
        assertThat(regions.contains(ZHENGZHOU, ZHENGZHOU)).isTrue();
        assertThat(regions.contains(ZHENGZHOU, GONGYI)).isTrue();
        assertThat(regions.contains(PROVINCE, GONGYI)).isTrue();
        assertThat(regions.contains(GONGYI, ZHENGZHOU)).isFalse();
        assertThat(regions.contains(JIYUAN, GONGYI)).isFalse();
        assertThat(regions.contains(PROVINCE, new RegionCode("110000"))).isFalse();
        assertThat(regions.contains(new RegionCode("110000"), new RegionCode("110000")))
                .isFalse();
    }

    @Test
    void belowListsEveryDepthWithoutTheRegionItself() {
        assertThat(regions.below(PROVINCE)).hasSize(198);
        assertThat(regions.below(ZHENGZHOU))
                .hasSize(15)
                .extracting(Region::code)
                .contains(GONGYI);
        assertThat(regions.below(JIYUAN)).isEmpty();
        assertThat(regions.below(GONGYI)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "河南省, 410000",
        "河南, 410000",
        "郑州市, 410100",
        "郑州, 410100",
        "' 郑 州　市 ', 410100",
        "河南省郑州市, 410100",
        "济源示范区, 419001",
        "济源, 419001",
        "济源市, 419001",
        "安阳, 410500",
        "安阳县, 410522",
        "安阳市安阳县, 410522",
        "巩义, 410181",
        "郑州市巩义市, 410181",
        "河南省郑州市中原区, 410102",
        "管城区, 410104",
        "新县, 411523",
        "信阳市新县, 411523",
        "郑州高新区, 410172",
        "郑州市高新区, 410172",
        "郑州经开区, 410171",
        "郑州航空港区, 410173",
        "平顶山示范区, 410472",
        "平原示范区, 410773",
        "濮阳工业园区, 410971",
        "濮阳市工业园区, 410971",
    })
    void findsByTheNamesThatPeopleWrite(String name, String code) {
        assertThat(regions.byName(name)).map(Region::code).contains(new RegionCode(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "市", "高新区", "新", "洛阳市巩义市", "北京市", "郑州市工改办", "郑"})
    void findsNothingByAnUnknownOrAmbiguousName(String name) {
        assertThat(regions.byName(name)).isEmpty();
    }

    @Test
    void everyFullNameFindsItsRegion() {
        assertThat(regions.all())
                .allSatisfy(region -> assertThat(regions.byName(region.name())).contains(region));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "41010,郑州市,CITY,410000   | table line 3, field code: a region code has six digits and does not begin with 00: 41010",
                ",郑州市,CITY,410000        | table line 3, field code: is empty",
                "410000,郑州市,CITY,410000  | table line 3, field code: 410000 is named twice",
                "410100,,CITY,410000        | table line 3, field name: is empty",
                "410100,郑州市,TOWN,410000  | table line 3, field level: 'TOWN' is none of [PROVINCE, CITY, COUNTY, ZONE]",
                "410100,郑州市,CITY,        | table line 3, field parent: '' is not the region above a CITY",
                "410100,郑州市,CITY,420000  | table line 3, field parent: '420000' is not the region above a CITY",
                "410181,巩义市,COUNTY,410000| table line 3, field parent: '410000' is not the region above a COUNTY",
                "420000,湖北省,PROVINCE,43  | table line 3, field parent: a region code has six digits and does not begin with 00: 43",
                "420000,湖北省,PROVINCE,430000 | table line 3, field parent: '430000' is not the region above a PROVINCE",
            })
    void refusesABadRowByLineAndField(String row, String message) {
        assertThatThrownBy(
                        () -> Regions.ofLines("table", List.of("code,name,level,parent", "410000,河南省,PROVINCE,", row)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void holdsExactlyOneProvince() {
        assertThatThrownBy(() -> Regions.ofLines("table", List.of("code,name,level,parent")))
                .hasMessage("a table of regions holds exactly one province");
    }
}
