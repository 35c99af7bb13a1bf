package io.aurorarestore.port;

import io.aurorarestore.notification.Announcement;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Publishes announcements to people. */
public interface Announcer {

    /** Fails where it could not be told. */
    Uni<Void> announce(Announcement announcement);

    /** Publishes news, together where that is possible, and answers those that could not be told. */
    default Uni<List<Untold>> announceAll(List<Announcement> news) {
        List<Untold> untold = new ArrayList<>();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (int at = 0; at < news.size(); at++) {
            int one = at;
            all = all.chain(() -> announce(news.get(one))
                    .onFailure(CallFailedException.class)
                    .recoverWithUni(failure -> {
                        untold.add(new Untold(one, failure.getMessage()));
                        return Uni.createFrom().voidItem();
                    }));
        }
        return all.replaceWith(untold);
    }
}
