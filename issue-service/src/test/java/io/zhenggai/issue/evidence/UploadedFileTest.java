package io.zhenggai.issue.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhenggai.kit.problem.ProblemType;
import io.zhenggai.kit.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadedFileTest {

    @ParameterizedTest
    @CsvSource({
        "整改情况.pdf,application/pdf,255044462D312E37",
        "整改情况.PDF,application/pdf,255044462D",
        "旧方案.doc,application/msword,D0CF11E0A1B11AE1",
        "方案.wps,application/msword,D0CF11E0A1B11AE1",
        "现场.png,image/png,89504E470D0A1A0A",
        "现场.jpg,image/jpeg,FFD8FFE0",
        "现场.jpeg,image/jpeg,FFD8FFE1",
        "说明.txt,text/plain; charset=GBK,D5FBB8C4",
        "说明.txt,TEXT/PLAIN,FFFE5500",
        "数据.csv,text/csv,612C62",
        "材料.zip,application/zip,504B0304"
    })
    void nameTypeAndContentFitTogether(String name, String type, String content) {
        UploadedFile file = file(name, type, content);

        assertThat(file.kind().extensions()).contains(file.name().extension());
    }

    @ParameterizedTest
    @CsvSource({
        "整改情况.pdf,application/pdf,504B0304,content",
        "整改情况.pdf,application/pdf,25504446,content",
        "说明.txt,text/plain,255044462D,content",
        "说明.txt,text/plain,4D5A9000,content",
        "说明.txt,text/plain,'',content",
        "材料.zip,application/zip,504B0506,content",
        "现场.jpg,image/png,89504E470D0A1A0A,fileName",
        "整改情况,application/pdf,255044462D,fileName",
        "pdf,application/pdf,255044462D,fileName",
        "整改情况.pdf.exe,application/pdf,255044462D,fileName",
        "page.html,text/plain,3C,fileName"
    })
    void whatDoesNotFitIsRefused(String name, String type, String content, String field) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> file(name, type, content));

        assertThat(refusal.type()).isEqualTo(ProblemType.UNPROCESSABLE);
        assertThat(refusal.violations())
                .extracting(violation -> violation.field())
                .containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({
        "批复.ofd,application/ofd,OFD.xml",
        "方案.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document,word/document.xml",
        "台账.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,xl/workbook.xml",
        "汇报.pptx,application/vnd.openxmlformats-officedocument.presentationml.presentation,ppt/slides/slide1.xml"
    })
    void anArchiveIsWhatItsPartsSay(String name, String type, String part) throws IOException {
        FileKind kind = UploadedFile.kind(FileName.of(name), type);

        assertThat(kind.fits(inPieces(zip("[Content_Types].xml", "_rels/", part))))
                .isTrue();
        assertThat(kind.fits(inPieces(zip(part)))).isTrue();
        assertThat(kind.fits(inPieces(zip("[Content_Types].xml", "_rels/", "other/" + part))))
                .isFalse();
        assertThat(kind.fits(ContentSample.of(part.getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(written)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                if (!entry.endsWith("/")) {
                    zip.write(entry.getBytes(StandardCharsets.UTF_8));
                }
                zip.closeEntry();
            }
        }
        return written.toByteArray();
    }

    private static ContentSample inPieces(byte[] content) {
        ContentSample sample = new ContentSample();
        for (int i = 0; i < content.length; i += 3) {
            byte[] piece = Arrays.copyOfRange(content, i, Math.min(i + 3, content.length));
            sample.see(piece, piece.length);
        }
        return sample;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text/html", "application/octetstream", "image/svg+xml", "multipart/form-data; boundary=b"})
    void otherKindsAreNotTaken(String type) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> UploadedFile.kind(FileName.of("a.pdf"), type));

        assertThat(refusal.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"方案.OFD,OFD", "a.jpeg,JPEG", "a.b.et,XLS"})
    void aFileOfUnknownTypeIsWhatItsNameSays(String name, FileKind kind) {
        assertThat(UploadedFile.kind(FileName.of(name), "application/octet-stream; x=y"))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "pdf", "a."})
    void aFileOfUnknownTypeWhoseNameSaysNothingIsNotTaken(String name) {
        FileName fileName = FileName.of(name);

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> UploadedFile.kind(fileName, "application/octet-stream"));

        assertThat(refusal.type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void whatIsTakenIsSaidInTheWordsOfOffices() {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> UploadedFile.kind(FileName.of("a.html"), "text/html"));

        assertThat(refusal.detail().zh())
                .startsWith("不接受这种类型的文件，可上传：PDF、OFD、Word、Excel、PowerPoint、图片（PNG）、图片（JPG）、纯文本、CSV、ZIP 压缩包。")
                .contains("application/pdf、");
    }

    @ParameterizedTest
    @CsvSource({"image/png,png", "image/jpeg,jpg 或 jpeg"})
    void theRightEndingIsNamed(String type, String endings) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> file("a.gif", type, "00"));

        assertThat(refusal.violations().get(0).message().zh()).endsWith("应为 " + endings);
    }

    @Test
    void whatComesInPiecesIsSeenAsAWhole() {
        ContentSample sample = new ContentSample();
        sample.see(new byte[] {0x25, 0x50, 9, 9}, 2);
        sample.see(new byte[0], 0);
        sample.see(new byte[] {0x44, 0x46, 0x2D, 0x31}, 4);

        assertThat(FileKind.PDF.fits(sample)).isTrue();
        assertThat(FileKind.TEXT.fits(sample)).isFalse();
    }

    @Test
    void aZeroFarBehindTheStartIsNoText() {
        byte[] content = new byte[100_000];
        Arrays.fill(content, (byte) 'x');
        assertThat(FileKind.TEXT.fits(ContentSample.of(content))).isTrue();

        content[content.length - 1] = 0;

        assertThat(FileKind.TEXT.fits(ContentSample.of(content))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void everyKindIsFoundByItsMediaType(FileKind kind) {
        assertThat(FileKind.of(kind.mediaType())).contains(kind);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " \u3000",
                ".",
                "..",
                "a/b.pdf",
                "..\\b.pdf",
                "C:\\a.pdf",
                "a\u0000.pdf",
                "a\n.pdf",
                "a\u007F.pdf",
                "a\u202Efdp.exe",
                "a\u200B.pdf",
                "a\uD83D.pdf"
            })
    void aNameIsAVisibleNameAndNoPath(String name) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> FileName.of(name));

        assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_REQUEST);
        assertThat(refusal.violations())
                .extracting(violation -> violation.field())
                .containsExactly("fileName");
    }

    @Test
    void aNameHasUpTo200Characters() {
        String longest = "𠀀".repeat(196) + ".pdf";

        assertThat(FileName.of(longest).value()).isEqualTo(longest);
        assertThat(catchThrowableOfType(Refusal.class, () -> FileName.of("𠀀" + longest)))
                .isNotNull();
    }

    @Test
    void aNameIsStoredInNfc() {
        assertThat(FileName.of(" re\u0301sume\u0301.PDF ").value()).isEqualTo("résumé.PDF");
        assertThat(FileName.of("résumé.PDF").extension()).isEqualTo("pdf");
    }

    @Test
    void theNameIsToldToOldAndNewBrowsers() {
        assertThat(ContentDisposition.attachment("整改 \"情况\"%.pdf"))
                .isEqualTo("attachment; filename=\"__ _____.pdf\"; "
                        + "filename*=UTF-8''%E6%95%B4%E6%94%B9%20%22%E6%83%85%E5%86%B5%22%25.pdf");
        assertThat(ContentDisposition.attachment("a-b_c.txt"))
                .isEqualTo("attachment; filename=\"a-b_c.txt\"; filename*=UTF-8''a-b_c.txt");
    }

    private static UploadedFile file(String name, String type, String content) {
        return new UploadedFile(
                FileName.of(name),
                UploadedFile.kind(FileName.of(name), type),
                ContentSample.of(HexFormat.of().parseHex(content)));
    }
}
