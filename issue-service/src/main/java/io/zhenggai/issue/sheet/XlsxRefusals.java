package io.zhenggai.issue.sheet;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;

/** Why a workbook is not read, in words that say what to do. */
final class XlsxRefusals {

    private XlsxRefusals() {}

    static Refusal invalid(String zh, String en) {
        return new Refusal(ProblemType.INVALID_REQUEST, zh, en);
    }

    static Refusal notAWorkbook() {
        return invalid(
                "文件不是 .xlsx 工作簿（可能只改了扩展名），请用 Excel 或 WPS 另存为 .xlsx 后重新导入。",
                "The file is no .xlsx workbook; save it as one.");
    }

    static Refusal oldFormat() {
        return invalid(
                "文件是旧版 .xls 格式，请用 Excel 或 WPS 另存为 .xlsx 后重新导入。",
                "The file is a workbook of the old kind (.xls); save it as .xlsx.");
    }

    static Refusal encrypted() {
        return invalid("文件设有打开密码，请去除密码后重新导入。", "The workbook is protected by a password; remove it.");
    }

    static Refusal broken() {
        return invalid("文件已损坏或不完整，无法读取，请重新保存后导入。", "The workbook is broken and cannot be read; save it again.");
    }

    static Refusal noVisibleSheet() {
        return invalid("工作簿中没有可见的工作表。", "The workbook has no visible sheet.");
    }

    static Refusal tooMuch() {
        return invalid(
                "工作簿解压后内容过多，请删除与台账无关的内容，或分成几个文件后重新导入。",
                "The workbook holds too much once it is unpacked; leave out what is not of the ledger, or split it.");
    }

    static Refusal tooMuchText() {
        return invalid(
                "工作簿中的文字过多，请分成几个文件，或另存为 CSV 后重新导入。", "The workbook holds too much text; split it, or save it as CSV.");
    }

    static Refusal tooManyMerges() {
        return invalid("工作表中合并的单元格过多，请取消合并后重新导入。", "The sheet has too many merged cells; unmerge them.");
    }

    static Refusal tooWide(int row) {
        return invalid(
                "第 " + row + " 行的单元格过多或过长，请删除与台账无关的列后重新导入。",
                "Row " + row + " has too many cells or too long ones; leave out what is not of the ledger.");
    }
}
