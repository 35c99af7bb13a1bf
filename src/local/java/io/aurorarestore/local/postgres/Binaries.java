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

    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "postgres-linux-x86_64.txz", "aarch64", "postgres-linux-arm_64.txz");

    /** Works in a folder beside and renames it in the end, so that a half of it is never taken for the whole. */
    static Binaries in(Path work) throws IOException {
        Path folder = work.resolve("postgresql");
        if (!Files.exists(folder)) {
            Path partial = Files.createTempDirectory(Files.createDirectories(work), "unpacking");
            unpack(partial);
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

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name");
        String name = ARCHIVES.get(System.getProperty("os.arch"));
        InputStream found = "Linux".equals(system) && name != null
                ? Binaries.class.getClassLoader().getResourceAsStream(name)
                : null;
        if (found == null) {
            throw new IOException("PostgreSQL for " + system + " on " + System.getProperty("os.arch")
                    + " is not supported yet: the local AWS runs on Linux on x86_64 or arm64");
        }
        return found;
    }
}
