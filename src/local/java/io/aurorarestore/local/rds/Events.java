package io.aurorarestore.local.rds;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What has happened in a region, oldest first, for 14 days.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeEvents.html">The API</a>
 */
public final class Events {

    private record Numbered(int number, RdsEvent event) {
        String key() {
            return "%08d".formatted(number);
        }
    }

    private final Site site;

    Events(Site site) {
        this.site = site;
    }

    public Page<RdsEvent> describe(DescribeEvents query) {
        return site.world().call("DescribeEvents", () -> page(query));
    }

    Instant now() {
        return site.world().now();
    }

    private Page<RdsEvent> page(DescribeEvents query) {
        List<RdsEvent> found = site.log().all().stream().filter(query::admits).toList();
        Page<Numbered> page = query.page()
                .of(
                        IntStream.range(0, found.size())
                                .mapToObj(number -> new Numbered(number, found.get(number)))
                                .toList(),
                        Numbered::key);
        return new Page<>(page.items().stream().map(Numbered::event).toList(), page.marker());
    }
}
