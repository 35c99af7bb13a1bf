package io.aurorarestore.local;

import io.aurorarestore.local.front.PortTakenException;
import io.aurorarestore.local.template.TemplateError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Why the local AWS cannot start, in one sentence to whom starts it. */
final class CannotStart {

    private CannotStart() {}

    /**
     * @param work where the local AWS keeps its files
     * @return nothing if it is none of what may be expected: then it is a defect, and where it arose is of interest
     */
    static Optional<String> sentence(Throwable thrown, Path work) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof PortTakenException || cause instanceof TemplateError || cause instanceof SQLException) {
            return Optional.of(firstLine(cause));
        }
        if (cause instanceof FileSystemException file) {
            return Optional.of(file.getFile() + ": " + reason(file));
        }
        if (cause instanceof IOException) {
            return Optional.of(firstLine(cause) + " (its files are in " + work + ")");
        }
        return Optional.empty();
    }

    private static Throwable unwrapped(Throwable thrown) {
        boolean wraps = thrown instanceof CompletionException
                || thrown instanceof ExecutionException
                || thrown instanceof UncheckedIOException;
        return wraps && thrown.getCause() != null ? unwrapped(thrown.getCause()) : thrown;
    }

    private static String reason(FileSystemException file) {
        if (file instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (file instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (file instanceof FileAlreadyExistsException) {
            return "it is there, and is no folder";
        }
        return file.getReason() == null ? file.getClass().getSimpleName() : file.getReason();
    }

    private static String firstLine(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null
                ? thrown.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
