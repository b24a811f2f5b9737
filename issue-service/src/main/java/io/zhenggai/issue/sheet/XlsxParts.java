package io.zhenggai.issue.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a workbook, which is a zip file, by their relations. POI's own reading wants a file on the disk or all of it in memory; this
 * one reads from wherever the file lies. No part unpacks to more than its bound, so that a small file cannot fill the memory.
 */
final class XlsxParts implements AutoCloseable {

    /** The names and places of the parts; a workbook with thousands of pictures stays far below. */
    private static final long LARGEST_DIRECTORY = 4L * 1024 * 1024;

    /** A sheet of 100,000 rows and 26 columns has about 200 MiB. */
    private static final long LARGEST_SHEET = 512L * 1024 * 1024;

    /** Formats, relations and the like. */
    private static final long LARGEST_OTHER = 16L * 1024 * 1024;

    private static final String WORKBOOK = "/officeDocument";
    private static final String SHEET = "/worksheet";
    private static final String STYLES = "/styles";
    private static final String TEXTS = "/sharedStrings";

    private final ZipFile zip;
    private final String workbook;
    private final List<Relation> ofWorkbook;

    private XlsxParts(ZipFile zip) throws IOException, XMLStreamException {
        this.zip = zip;
        this.workbook = relations("").stream()
                .filter(relation -> relation.is(WORKBOOK))
                .findFirst()
                .orElseThrow(XlsxRefusals::notAWorkbook)
                .target();
        this.ofWorkbook = relations(workbook);
    }

    /**
     * @param file stays open when the parts are closed
     * @throws IOException when it is no zip file
     */
    static XlsxParts of(SeekableByteChannel file) throws IOException, XMLStreamException {
        Shared channel = new Shared(file);
        ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setIgnoreLocalFileHeader(true)
                .get();
        channel.opened = true;
        return new XlsxParts(zip);
    }

    /** Where a part leads; the kind's beginning differs between dialects of the format. */
    private record Relation(String id, String kind, String target) {
        private boolean is(String ending) {
            return kind.endsWith(ending);
        }
    }

    /** @param part a part's name; empty for the file itself */
    private List<Relation> relations(String part) throws IOException, XMLStreamException {
        int name = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, name);
        Optional<InputStream> in = opened(folder + "_rels/" + part.substring(name) + ".rels", LARGEST_OTHER);
        List<Relation> relations = new ArrayList<>();
        if (in.isPresent()) {
            try (Xml xml = new Xml(in.get())) {
                while (xml.next()) {
                    if (xml.starts("Relationship")) {
                        relation(xml, folder).ifPresent(relations::add);
                    }
                }
            }
        }
        return relations;
    }

    private static Optional<Relation> relation(Xml xml, String folder) {
        String id = xml.attribute("Id");
        String kind = xml.attribute("Type");
        String target = xml.attribute("Target");
        return id == null || kind == null || target == null || "External".equals(xml.attribute("TargetMode"))
                ? Optional.empty()
                : Optional.of(new Relation(id, kind, resolved(folder, target)));
    }

    private static String resolved(String folder, String target) {
        String path = URI.create("/" + folder).resolve(target).getPath();
        return path == null ? "" : path.replaceFirst("^/+", "");
    }

    /** @return the names of all parts, as they lie in the file */
    List<String> names() {
        return Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipArchiveEntry::getName)
                .distinct()
                .toList();
    }

    InputStream part(String name) throws IOException {
        return opened(name, LARGEST_SHEET).orElseThrow(XlsxRefusals::broken);
    }

    /** @return the name of the part in which a sheet lies, by the relation that the workbook names */
    String nameOf(String id) {
        return ofWorkbook.stream()
                .filter(relation -> relation.id().equals(id) && relation.is(SHEET))
                .findFirst()
                .orElseThrow(XlsxRefusals::broken)
                .target();
    }

    /** @return what says which sheets there are */
    InputStream workbook() throws IOException {
        return opened(workbook, LARGEST_OTHER).orElseThrow(XlsxRefusals::broken);
    }

    /** @return the formats of cells; empty when there are none */
    Optional<InputStream> styles() throws IOException {
        return ofWorkbook(STYLES, LARGEST_OTHER);
    }

    /** @return the texts that cells refer to; empty when there are none */
    Optional<InputStream> texts() throws IOException {
        return ofWorkbook(TEXTS, LARGEST_SHEET);
    }

    private Optional<InputStream> ofWorkbook(String kind, long limit) throws IOException {
        Optional<Relation> found =
                ofWorkbook.stream().filter(relation -> relation.is(kind)).findFirst();
        return found.isEmpty() ? Optional.empty() : opened(found.get().target(), limit);
    }

    /** @return a sheet by the relation that the workbook names */
    InputStream sheet(String id) throws IOException {
        return part(nameOf(id));
    }

    /** @return whether the workbook's relation of that id leads to a sheet of rows, and not to a chart */
    boolean isSheet(String id) {
        return ofWorkbook.stream().anyMatch(relation -> relation.id().equals(id) && relation.is(SHEET));
    }

    private Optional<InputStream> opened(String name, long limit) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        InputStream in = entry == null ? null : zip.getInputStream(entry);
        return in == null ? Optional.empty() : Optional.of(new Unpacked(in, limit));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Unpacked extends FilterInputStream {
        private final long limit;
        private long seen;

        private Unpacked(InputStream in, long limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            seen += Math.max(read, 0);
            if (seen > limit) {
                throw XlsxRefusals.tooMuch();
            }
        }
    }

    /** Is left open, and bounds what the reading of the directory takes, which is held whole. */
    private static final class Shared implements SeekableByteChannel {
        private final SeekableByteChannel file;
        private long read;
        private boolean opened;

        private Shared(SeekableByteChannel file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int count = file.read(target);
            read += Math.max(count, 0);
            if (!opened && read > LARGEST_DIRECTORY) {
                throw XlsxRefusals.tooMuch();
            }
            return count;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            return file.write(source);
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            file.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() {
            // Whoever opened the file reads it again.
        }
    }
}
