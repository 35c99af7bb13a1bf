package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What has happened in a region, oldest first, for 14 days.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeEvents.html">The API</a>
 */
public final class EventHistory {

    private record Numbered(int number, EmittedEvent event) {
        String key() {
            return "%08d".formatted(number);
        }
    }

    private final RegionState site;

    EventHistory(RegionState site) {
        this.site = site;
    }

    public Page<EmittedEvent> describe(DescribeEvents query) {
        return site.world().call("DescribeEvents", () -> page(query));
    }

    Instant now() {
        return site.world().now();
    }

    private Page<EmittedEvent> page(DescribeEvents query) {
        List<EmittedEvent> found =
                site.log().all().stream().filter(query::admits).toList();
        Page<Numbered> page = query.page()
                .of(
                        IntStream.range(0, found.size())
                                .mapToObj(number -> new Numbered(number, found.get(number)))
                                .toList(),
                        Numbered::key);
        return new Page<>(page.items().stream().map(Numbered::event).toList(), page.marker());
    }
}
