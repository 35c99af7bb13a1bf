package io.aurorarestore.local.rds;

/**
 * A resource's status: what it is, and what a Describe shows, which may be behind.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/accessing-monitoring.html">Viewing Aurora
 *     cluster status</a>
 */
final class ResourceStatus {

    static final String AVAILABLE = "available";
    static final String CREATING = "creating";
    static final String COPYING = "copying";
    static final String DELETING = "deleting";
    static final String RENAMING = "renaming";
    static final String REBOOTING = "rebooting";
    static final String MODIFYING = "modifying";
    static final String RESETTING = "resetting-master-credentials";
    static final String STOPPING = "stopping";
    static final String STOPPED = "stopped";
    static final String STARTING = "starting";
    static final String FAILED = "failed";
    static final String MIGRATION_FAILED = "migration-failed";

    private final RdsAccount world;
    private String actual;
    private String shown;

    ResourceStatus(RdsAccount world, String initial) {
        this.world = world;
        this.actual = initial;
        this.shown = initial;
    }

    boolean is(String word) {
        return actual.equals(word);
    }

    String actual() {
        return actual;
    }

    String shown() {
        return shown;
    }

    void become(String word) {
        actual = word;
        if (world.options().lag().isZero()) {
            shown = word;
        } else {
            world.after(world.options().lag(), () -> shown = word);
        }
    }

    @Override
    public String toString() {
        return actual;
    }
}
