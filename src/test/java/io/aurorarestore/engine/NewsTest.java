package io.aurorarestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aurorarestore.model.FailureCode;
import io.aurorarestore.model.RestoreId;
import io.aurorarestore.model.StepName;
import io.aurorarestore.model.restore.AuditEntry;
import io.aurorarestore.model.restore.Status;
import io.aurorarestore.notification.Announcement;
import io.aurorarestore.notification.StateChange;
import io.aurorarestore.port.Announcer;
import io.aurorarestore.port.CallFailedException;
import io.aurorarestore.port.Ports;
import io.aurorarestore.port.StateChanges;
import io.aurorarestore.port.Untold;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NewsTest {

    private static final StateChange COPYING = StateChange.of(TestData.restore(StepName.COPY_SNAPSHOT));
    private static final StateChange RESTORING = StateChange.of(TestData.restore(StepName.RESTORE_CLUSTER));
    private static final StateChange ENDED =
            StateChange.of(TestData.restore(StepName.ARCHIVE_SNAPSHOT).ended(Status.SUCCEEDED, TestData.NOW));

    private final List<List<StateChange>> published = new ArrayList<>();
    private final List<List<Announcement>> announced = new ArrayList<>();
    private final List<String> untold = new ArrayList<>();

    @Test
    void what_is_gathered_in_an_invocation_is_told_in_one_call_to_each_at_its_end() {
        News news = news(changes -> List.of());

        String done = news.during(() -> news.during(() -> gather(news, COPYING))
                        .chain(() -> news.during(() -> gather(news, RESTORING)))
                        .invoke(() -> assertThat(published).isEmpty())
                        .replaceWith("done"))
                .await()
                .indefinitely();

        assertThat(done).isEqualTo("done");
        assertThat(published).containsExactly(List.of(COPYING, RESTORING));
        assertThat(announced).singleElement().satisfies(all -> assertThat(all).hasSize(2));
    }

    @Test
    void it_is_told_though_the_work_fails() {
        News news = news(changes -> List.of());

        Throwable failure = news.during(() -> gather(news, COPYING)
                        .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("unthought of"))))
                .onItemOrFailure()
                .transform((done, failed) -> failed)
                .await()
                .indefinitely();

        assertThat(failure).hasMessage("unthought of");
        assertThat(published).containsExactly(List.of(COPYING));
    }

    @Test
    void an_end_is_no_news_for_the_topic_of_news() {
        News news = news(changes -> List.of());

        news.add(COPYING);
        news.add(ENDED);
        news.tell().await().indefinitely();
        news.tell().await().indefinitely();

        assertThat(published).containsExactly(List.of(COPYING, ENDED));
        assertThat(announced).singleElement().satisfies(all -> assertThat(all).hasSize(1));
    }

    @Test
    void what_cannot_be_told_is_logged_and_forgotten() {
        News news = news(changes -> List.of(new Untold(1, "throttled")));

        news.during(() -> gather(news, COPYING).chain(() -> gather(news, RESTORING)))
                .await()
                .indefinitely();

        assertThat(untold).containsExactly("state change: throttled");
    }

    @Test
    void where_nobody_answers_all_are_logged() {
        News news = news(changes -> {
            throw new CallFailedException(
                    CallFailedException.Kind.RETRY, FailureCode.NOTIFICATION_FAILED, "nobody hears");
        });

        news.during(() -> gather(news, COPYING).chain(() -> gather(news, RESTORING)))
                .await()
                .indefinitely();

        assertThat(untold).containsExactly("state change: nobody hears", "state change: nobody hears");
        assertThat(announced).hasSize(1);
    }

    private static Uni<Void> gather(News news, StateChange change) {
        return Uni.createFrom().voidItem().invoke(() -> news.add(change));
    }

    private News news(Function<List<StateChange>, List<Untold>> bus) {
        StateChanges changes = some -> Uni.createFrom().item(() -> {
            published.add(some);
            return bus.apply(some);
        });
        Announcer announcer = new Announcer() {
            @Override
            public Uni<Void> announce(Announcement announcement) {
                return Uni.createFrom().voidItem();
            }

            @Override
            public Uni<List<Untold>> announceAll(List<Announcement> news) {
                announced.add(news);
                return Uni.createFrom().item(List.of());
            }
        };
        Ports ports =
                new Ports(TestData.HOME, null, null, null, null, null, null, null, announcer, changes, null, null);
        return new News(ports, new TransitionLog() {
            @Override
            public void committed(AuditEntry entry) {}

            @Override
            public void untold(RestoreId restore, String what, String why) {
                untold.add(what + ": " + why);
            }
        });
    }
}
