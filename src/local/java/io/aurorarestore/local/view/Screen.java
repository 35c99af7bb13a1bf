package io.aurorarestore.local.view;

import java.time.Instant;
import java.util.List;

/** Where progress is shown, by any number of threads. */
public sealed interface Screen permits Terminal, PlainLines {

    /** Shows how everything stands that is not over. */
    void show(List<Section> sections, Instant now);

    /** Shows for good how a section has ended, and what there is to say of it. */
    void end(Section section, String text, Instant now);

    /** Says something for good, above what is not over. */
    void say(String text);

    /** Leaves what is shown as it stands: what is said from now on comes below. */
    void leave();
}
