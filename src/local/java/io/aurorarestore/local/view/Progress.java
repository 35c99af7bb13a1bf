package io.aurorarestore.local.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Follows one restore until it has ended and said so, showing each step. */
public final class Progress {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final RestoreTables tables;
    private final Screen screen;
    private final ProgressModel model = new ProgressModel();

    public Progress(RestoreTables tables, Screen screen) {
        this.tables = tables;
        this.screen = screen;
    }

    /**
     * @param stopped asked now and then whether to give up
     * @return the restore's item once it has ended, or nothing if stopped before
     */
    public Optional<Map<String, String>> follow(String restoreId, BooleanSupplier stopped) {
        while (!stopped.getAsBoolean()) {
            List<AuditLine> audit = tables.audit(restoreId);
            screen.show(model, model.apply(audit), Instant.now());
            if (audit.stream().anyMatch(entry -> entry.what().equals("announced"))) {
                return tables.restore(restoreId);
            }
            LockSupport.parkNanos(EVERY_NANOS);
        }
        return Optional.empty();
    }
}
