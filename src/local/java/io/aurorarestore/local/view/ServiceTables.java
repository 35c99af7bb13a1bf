package io.aurorarestore.local.view;

import java.util.List;
import java.util.Map;

/** The service's tables, as far as they are shown. Reading them is not counted as a call of the service. */
public interface ServiceTables {

    /** The audit entries of a restore, in order. */
    List<AuditLine> audit(String restoreId);

    /** The plain attributes of the items of all restores, the first opened first. */
    List<Map<String, String>> restores();
}
