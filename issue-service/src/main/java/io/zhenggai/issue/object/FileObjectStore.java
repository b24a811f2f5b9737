package io.zhenggai.issue.object;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Objects as files below one directory, which replicas share. A file has its name only once it is whole and on the disk. */
final class FileObjectStore implements ObjectStore {

    private static final String UNFINISHED = ".unfinished";

    private final Path root;

    /** @param root made when absent */
    FileObjectStore(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new IllegalStateException("the directory of the object store cannot be made: " + root, e);
        }
    }

    @Override
    public void put(ObjectKey key, Path file) {
        Path target = path(key);
        Path directory = target.getParent();
        try {
            Files.createDirectories(directory);
            moveWhole(file, target);
            // The names too: of the file, and of the directories that may be new.
            sync(directory);
            sync(directory.getParent());
            sync(root);
        } catch (IOException e) {
            throw new ObjectStoreException("put " + key, e);
        }
    }

    /** From another file system it is copied, beside its place, and has its name when that is done. */
    private static void moveWhole(Path file, Path target) throws IOException {
        try {
            sync(file);
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Path copy = target.resolveSibling(UUID.randomUUID() + UNFINISHED);
            try {
                Files.copy(file, copy);
                sync(copy);
                Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public InputStream open(ObjectKey key, long from, long length) {
        try {
            FileChannel channel = FileChannel.open(path(key), StandardOpenOption.READ);
            channel.position(from);
            return new PartOfStream(Channels.newInputStream(channel), length);
        } catch (NoSuchFileException e) {
            throw new MissingObjectException(key);
        } catch (IOException e) {
            throw new ObjectStoreException("open " + key, e);
        }
    }

    @Override
    public void delete(ObjectKey key) {
        try {
            Files.deleteIfExists(path(key));
        } catch (IOException e) {
            throw new ObjectStoreException("delete " + key, e);
        }
    }

    /** Directories that lie before the last key are passed over, so that a page costs no more than what it shows. */
    @Override
    public List<KeptObject> list(Optional<ObjectKey> behind, int limit) {
        String last = behind.map(ObjectKey::toString).orElse("");
        List<KeptObject> page = new ArrayList<>();
        try {
            for (Path first : children(root, last, 2)) {
                for (Path second : children(first, last, 5)) {
                    for (Path file : children(second, last, last.length())) {
                        add(file, last, page);
                        if (page.size() == limit) {
                            return page;
                        }
                    }
                }
            }
            return page;
        } catch (IOException e) {
            throw new ObjectStoreException("list", e);
        }
    }

    private void add(Path file, String last, List<KeptObject> page) throws IOException {
        Optional<ObjectKey> key =
                ObjectKey.parse(written(file)).filter(found -> found.toString().compareTo(last) > 0);
        if (key.isPresent()) {
            try {
                page.add(new KeptObject(
                        key.get(), Files.getLastModifiedTime(file).toInstant()));
            } catch (NoSuchFileException e) {
                // Deleted since the directory was read.
                return;
            }
        }
    }

    /** @param length as many characters of the last key as the children's names, from the root on, have */
    private List<Path> children(Path directory, String last, int length) throws IOException {
        String bound = last.substring(0, Math.min(length, last.length()));
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(child -> written(child).compareTo(bound) >= 0)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private String written(Path path) {
        return root.relativize(path).toString();
    }

    private Path path(ObjectKey key) {
        return root.resolve(key.toString());
    }
}
