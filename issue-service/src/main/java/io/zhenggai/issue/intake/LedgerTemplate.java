package io.zhenggai.issue.intake;

import io.zhenggai.issue.ledger.Category;
import io.zhenggai.issue.ledger.IssueSource;
import io.zhenggai.issue.ledger.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The workbook that is filled in and sent: a sheet with the columns that are imported, with lists to choose from; a filled one to look at; and
 * what is to be minded. What comes out of it is what {@link LedgerReader} reads.
 */
final class LedgerTemplate {

    private static final int HEADER_ROW = 2;
    private static final int ROWS_WITH_LISTS = 2_000;
    private static final int CHARACTER = 256;
    private static final int TWO_LINES = 32;
    private static final String FONT = "宋体";

    private static final List<LedgerColumn> COLUMNS = List.of(
            LedgerColumn.SEQUENCE,
            LedgerColumn.SOURCE,
            LedgerColumn.DOCUMENT_NUMBER,
            LedgerColumn.ITEM_NUMBER,
            LedgerColumn.DATED,
            LedgerColumn.REGION,
            LedgerColumn.DESCRIPTION,
            LedgerColumn.CATEGORY,
            LedgerColumn.SEVERITY,
            LedgerColumn.TEXT_RECEIVED);

    private static final Map<LedgerColumn, Integer> WIDTHS = Map.of(
            LedgerColumn.SEQUENCE, 6,
            LedgerColumn.SOURCE, 30,
            LedgerColumn.DOCUMENT_NUMBER, 34,
            LedgerColumn.DESCRIPTION, 50,
            LedgerColumn.TEXT_RECEIVED, 40);

    private static final int WIDTH = 18;

    private static final List<List<String>> EXAMPLES = List.of(
            List.of(
                    "1",
                    "审批系统运行成绩单",
                    "省工改办成绩单〔2021〕第40期",
                    "3",
                    "2021-10-18",
                    "郑州市",
                    "施工许可核发平均用时5.2个工作日，超过承诺的3个工作日",
                    "时间",
                    "一般",
                    "施工许可核发超时17件"),
            List.of("2", "自查发现", "", "", "2021/10/19", "中牟县", "联合验收未实现统一受理，企业仍需分别向各部门提交材料", "环节", "较大", ""),
            List.of("3", "省工作简报", "省工改办简报〔2021〕第5期", "007", "10月15日", "410900", "施工图审查存在线下受理、线上补录", "体外循环", "重大", ""));

    private static final List<String> NOTES = List.of(
            "一、请在“整改台账”工作表中填写，一行一个问题；“填写示例”“填写说明”不导入，可保留。",
            "二、带 * 的列必须填写。列的顺序可以调整，未使用的列可以删除，但不能增加台账以外的列。",
            "三、问题来源、问题类别、严重程度请从下拉列表中选择；为通报、简报、成绩单和小程序等来源的，须填写来源文号。",
            "四、来源文号、来源条目号按原文填写，同一来源、文号、条目号、地区的问题只登记一次；没有条目号的，以问题描述区分。",
            "五、来源日期可写作 2021-10-31、2021/10/31、2021.10.31、2021年10月31日，未写年份的按整改行动所在年份。",
            "六、所属地区填写省辖市、济源示范区或县（市、区）、开发区的名称，也可填写六位代码。",
            "七、问题描述不超过 2000 字，来源原文不超过 4000 字。来源原文中的个人信息加密保存，不对外显示。",
            "八、可先作“只检查、不登记”的导入；有错误时可下载错误文件，末列“错误原因”逐行说明，改正后直接重新导入。",
            "九、一次最多 100000 行、64 MiB；全部登记或全部不登记，重复导入同一文件不会重复登记。");

    private final Workbook workbook = new XSSFWorkbook();
    private final CellStyle title = style(16, true, HorizontalAlignment.CENTER);
    private final CellStyle small = style(11, false, HorizontalAlignment.LEFT);
    private final CellStyle header = boxed(style(11, true, HorizontalAlignment.CENTER));
    private final CellStyle text = boxed(style(11, false, HorizontalAlignment.LEFT));
    private final CellStyle date = boxed(style(11, false, HorizontalAlignment.LEFT));
    private final CellStyle note = style(12, false, HorizontalAlignment.LEFT);

    private LedgerTemplate() {
        header.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        text.setDataFormat(workbook.createDataFormat().getFormat("@"));
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    }

    /** @return an .xlsx */
    static byte[] written() {
        LedgerTemplate template = new LedgerTemplate();
        try (Workbook workbook = template.workbook;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            template.ledger("整改台账", "工程建设项目审批制度改革问题整改台账", List.of());
            template.ledger("填写示例", "问题整改台账（填写示例）", EXAMPLES);
            template.notes();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ledger(String name, String heading, List<List<String>> rows) {
        Sheet sheet = workbook.createSheet(name);
        cell(sheet.createRow(0), 0, heading, title);
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, COLUMNS.size() - 1));
        Row reported = sheet.createRow(1);
        cell(reported, 0, "填报单位（盖章）：", small);
        cell(reported, 6, "填报人：", small);
        cell(reported, 7, "填报日期：", small);
        Row columns = sheet.createRow(HEADER_ROW);
        for (int place = 0; place < COLUMNS.size(); place++) {
            LedgerColumn column = COLUMNS.get(place);
            boolean required = column.use(ImportKind.NEW) == LedgerColumn.Use.REQUIRED;
            cell(columns, place, column.title() + (required ? "*" : ""), header);
            sheet.setColumnWidth(place, WIDTHS.getOrDefault(column, WIDTH) * CHARACTER);
            sheet.setDefaultColumnStyle(place, column == LedgerColumn.DATED ? date : text);
        }
        for (int row = 0; row < rows.size(); row++) {
            Row filled = sheet.createRow(HEADER_ROW + 1 + row);
            filled.setHeightInPoints(TWO_LINES);
            for (int place = 0; place < COLUMNS.size(); place++) {
                cell(filled, place, rows.get(row).get(place), text);
            }
        }
        choice(sheet, LedgerColumn.SOURCE, IssueSource.values(), IssueSource::chinese);
        choice(sheet, LedgerColumn.CATEGORY, Category.values(), Category::chinese);
        choice(sheet, LedgerColumn.SEVERITY, Severity.values(), Severity::chinese);
        sheet.createFreezePane(0, HEADER_ROW + 1);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(new CellRangeAddress(HEADER_ROW, HEADER_ROW, -1, -1));
    }

    private static <E> void choice(Sheet sheet, LedgerColumn column, E[] values, Function<E, String> chinese) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        int place = COLUMNS.indexOf(column);
        String[] names = Arrays.stream(values).map(chinese).toArray(String[]::new);
        DataValidation list = helper.createValidation(
                helper.createExplicitListConstraint(names),
                new CellRangeAddressList(HEADER_ROW + 1, HEADER_ROW + ROWS_WITH_LISTS, place, place));
        list.setShowErrorBox(true);
        list.createErrorBox(column.title(), "请从下拉列表中选择" + column.title());
        sheet.addValidationData(list);
    }

    private void notes() {
        Sheet sheet = workbook.createSheet("填写说明");
        sheet.setColumnWidth(0, 110 * CHARACTER);
        cell(sheet.createRow(0), 0, "填写说明", title);
        for (int i = 0; i < NOTES.size(); i++) {
            cell(sheet.createRow(i + 1), 0, NOTES.get(i), note);
        }
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private static void cell(Row row, int place, String said, CellStyle style) {
        row.createCell(place).setCellValue(said);
        row.getCell(place).setCellStyle(style);
    }

    private CellStyle style(int points, boolean bold, HorizontalAlignment alignment) {
        Font font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private static CellStyle boxed(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setWrapText(true);
        return style;
    }
}
