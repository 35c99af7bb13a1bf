package io.aurorarestore;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What jars log for debugging is not even formatted. Quarkus's log manager would keep all of it until a Quarkus starts, which
 * then sets its own levels.
 */
public final class QuietJars implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Logger.getLogger("").setLevel(Level.INFO);
    }
}
