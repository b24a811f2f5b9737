package io.zhenggai.issue.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The fonts of official papers (GB/T 9704), each with the one that stands in for it where it is not installed. */
enum OfficialFont {
    /** 小标宋. */
    TITLE("方正小标宋简体", "宋体"),
    /** 黑体. */
    HEADING("黑体", "SimHei"),
    /** 仿宋. */
    BODY("仿宋_GB2312", "仿宋");

    static final String WESTERN = "Times New Roman";

    private static final String MEDIA_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
    private static final String RELATION =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";
    private static final String TABLE = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:fonts>
            """;

    private final String chinese;
    private final String standIn;

    OfficialFont(String chinese, String standIn) {
        this.chinese = chinese;
        this.standIn = standIn;
    }

    String chinese() {
        return chinese;
    }

    /** Says in the document which font stands in for which. */
    static void addTable(XWPFDocument document) throws InvalidFormatException, IOException {
        PackagePartName name = PackagingURIHelper.createPartName("/word/fontTable.xml");
        PackagePart part = document.getPackage().createPart(name, MEDIA_TYPE);
        document.getPackagePart().addRelationship(name, TargetMode.INTERNAL, RELATION);
        String fonts = Arrays.stream(values())
                .map(font -> "<w:font w:name=\"%s\"><w:altName w:val=\"%s\"/></w:font>"
                        .formatted(font.chinese, font.standIn))
                .collect(Collectors.joining());
        try (OutputStream out = part.getOutputStream()) {
            out.write(TABLE.formatted(fonts).getBytes(StandardCharsets.UTF_8));
        }
    }
}
