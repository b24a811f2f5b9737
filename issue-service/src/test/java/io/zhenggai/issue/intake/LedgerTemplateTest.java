package io.zhenggai.issue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.zhenggai.issue.ledger.IssueSource;
import io.zhenggai.issue.sheet.Sheet;
import io.zhenggai.issue.testsupport.OtherServices;
import io.zhenggai.kit.region.Regions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class LedgerTemplateTest {

    @Test
    void whatIsFilledInAsInTheExampleIsRead() throws IOException {
        List<LedgerRow> rows;
        try (XSSFWorkbook template = new XSSFWorkbook(new ByteArrayInputStream(LedgerTemplate.written()));
                ByteArrayOutputStream example = new ByteArrayOutputStream()) {
            template.removeSheetAt(0);
            template.write(example);
            try (Sheet sheet = Workbooks.sheet(example.toByteArray())) {
                rows = new LedgerReader(OtherServices.CAMPAIGN_2021, 2021, Regions.ofHenan(), issue -> List.of())
                        .read(sheet);
            }
        }

        assertThat(rows)
                .extracting(row -> row.issue().sourceItem().source(), row -> row.issue()
                        .region())
                .containsExactly(
                        tuple(IssueSource.SYSTEM_SCORECARD, "410100"),
                        tuple(IssueSource.SELF_INSPECTION, "410122"),
                        tuple(IssueSource.PROVINCIAL_BRIEFING, "410900"));
        assertThat(rows.get(2).issue().sourceItem().itemNumber()).isEqualTo("007");
    }

    @Test
    void everythingThatMustBeFilledInIsThereAndWhatMayBeChosenIsListed() throws IOException {
        try (XSSFWorkbook template = new XSSFWorkbook(new ByteArrayInputStream(LedgerTemplate.written()))) {
            List<String> lists = template.getSheetAt(0).getDataValidations().stream()
                    .map(list -> list.getValidationConstraint().getFormula1())
                    .toList();

            assertThat(lists)
                    .hasSize(3)
                    .allSatisfy(list -> assertThat(list.length()).isLessThanOrEqualTo(257))
                    .anySatisfy(list -> assertThat(list).contains("微信小程序", "自查发现"))
                    .anySatisfy(list -> assertThat(list).contains("体外循环"))
                    .anySatisfy(list -> assertThat(list).contains("一般,较大,重大"));
            List<String> titles = new ArrayList<>();
            template.getSheetAt(0).getRow(2).forEach(cell -> titles.add(cell.getStringCellValue()));
            assertThat(titles)
                    .containsAll(LedgerColumn.required(ImportKind.NEW)
                            .map(column -> column.title() + "*")
                            .toList());
        }
    }
}
