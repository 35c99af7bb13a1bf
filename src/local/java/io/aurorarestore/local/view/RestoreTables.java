package io.aurorarestore.local.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service's tables, as far as they are shown. Reading them is not counted as a call of the service. */
public interface RestoreTables {

    /** The audit entries of a restore, in order. */
    List<AuditLine> audit(String restoreId);

    /** The plain attributes of a restore's item. */
    Optional<Map<String, String>> restore(String restoreId);

    /** The id of the newest restore, if there is one. */
    Optional<String> newest();
}
