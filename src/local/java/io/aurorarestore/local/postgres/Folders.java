package io.aurorarestore.local.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Copies, empties and removes folders. */
public final class Folders {

    private static final Set<String> OF_THE_SERVER =
            Set.of("postmaster.pid", "postmaster.opts", ServerCertificate.FILE, ServerCertificate.KEY_FILE);

    private Folders() {}

    /** How a file comes to another place. */
    @FunctionalInterface
    private interface Transfer {
        void file(Path from, Path to) throws IOException;
    }

    /** Copies all but what belongs to one server; a file that goes meanwhile is passed over. */
    static void copy(Path from, Path to, boolean onlyWal) throws IOException {
        transfer(
                onlyWal ? from.resolve("pg_wal") : from,
                onlyWal ? to.resolve("pg_wal") : to,
                (file, there) -> Files.copy(
                        file, there, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES));
    }

    /** As a copy, and at no cost: for files that nobody changes any more. */
    static void link(Path from, Path to) throws IOException {
        transfer(from, to, (file, there) -> Files.createLink(there, file));
    }

    private static void transfer(Path root, Path target, Transfer transfer) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path there = target.resolve(root.relativize(folder).toString());
                Files.createDirectories(there);
                Files.setPosixFilePermissions(there, Files.getPosixFilePermissions(folder));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!OF_THE_SERVER.contains(file.getFileName().toString())) {
                    transferUnlessGone(
                            file, target.resolve(root.relativize(file).toString()));
                }
                return FileVisitResult.CONTINUE;
            }

            private void transferUnlessGone(Path file, Path there) throws IOException {
                try {
                    transfer.file(file, there);
                } catch (NoSuchFileException e) {
                    if (Files.exists(file)) {
                        throw e;
                    }
                }
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Makes it anew. */
    public static void empty(Path folder) throws IOException {
        remove(folder);
        Files.createDirectories(folder);
    }

    /** What goes meanwhile is passed over. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path done, IOException e) throws IOException {
                Files.deleteIfExists(done);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
