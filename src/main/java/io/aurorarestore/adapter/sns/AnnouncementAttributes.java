package io.aurorarestore.adapter.sns;

import io.aurorarestore.notification.Announcement;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Builds the SNS message attributes that subscribers filter by. SNS refuses an empty attribute, so there is none. */
final class AnnouncementAttributes {

    /** Ours: what a refused request holds may be of any length and of any characters. */
    private static final int LONGEST = 256;

    private final Map<String, MessageAttributeValue> values = new HashMap<>();

    private AnnouncementAttributes() {}

    static Map<String, MessageAttributeValue> of(Announcement announcement, String environment) {
        AnnouncementAttributes attributes = new AnnouncementAttributes();
        attributes.put("messageId", announcement.messageId());
        attributes.put("status", announcement.status());
        attributes.put("target", announcement.target());
        attributes.put("profile", announcement.profile());
        attributes.put("environment", environment);
        announcement.restoreId().ifPresent(id -> attributes.put("restoreId", id.value()));
        return attributes.values;
    }

    private void put(String name, String value) {
        if (!value.isEmpty()) {
            values.put(
                    name,
                    MessageAttributeValue.builder()
                            .dataType("String")
                            .stringValue(Printable.of(value, LONGEST))
                            .build());
        }
    }
}
