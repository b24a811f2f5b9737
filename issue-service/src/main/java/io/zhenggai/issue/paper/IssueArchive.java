package io.zhenggai.issue.paper;

import io.zhenggai.kit.encryption.Sha256;
import io.zhenggai.kit.text.Harmless;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A .zip written from the front, with a list of what is in it at the end: each file's length and SHA-256, as they went in. */
final class IssueArchive {

    static final String CONTENTS = "00-目录.csv";

    private static final char MARK = '\uFEFF';

    private final ZipOutputStream zip;
    private final List<Entry> entries = new ArrayList<>();

    IssueArchive(OutputStream target) {
        this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
    }

    private record Entry(String name, long bytes, String sha256) {}

    /** @return the SHA-256 of what went in, 64 hexadecimal digits */
    String add(String name, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        DigestOutputStream digesting = new DigestOutputStream(zip, Sha256.begin());
        long bytes = content.transferTo(digesting);
        zip.closeEntry();
        MessageDigest digest = digesting.getMessageDigest();
        Entry entry = new Entry(name, bytes, HexFormat.of().formatHex(digest.digest()));
        entries.add(entry);
        return entry.sha256();
    }

    /** Writes the list of all that was added, and the end. */
    void finish() throws IOException {
        zip.putNextEntry(new ZipEntry(CONTENTS));
        CSVPrinter list =
                new CSVPrinter(new OutputStreamWriter(zip, StandardCharsets.UTF_8).append(MARK), CSVFormat.RFC4180);
        list.printRecord("序号", "文件", "字节数", "SHA-256");
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            list.printRecord(i + 1, Harmless.text(entry.name()), entry.bytes(), entry.sha256());
        }
        list.flush();
        zip.closeEntry();
        zip.close();
    }
}
