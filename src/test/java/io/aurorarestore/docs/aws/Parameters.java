package io.aurorarestore.docs.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;

/** The parameters of a request, as the CLI names them: {@code --db-cluster-identifier} for DBClusterIdentifier. */
record Parameters(SdkPojo request) {

    private static final String WHOLE = "cli-input-json";

    /** The CLI calls these otherwise, since the names are taken by its own options. */
    private static final Map<String, String> RENAMED =
            Map.of("notification-endpoint", "endpoint", "task-output", "output");

    static Parameters of(SdkPojo request) {
        return new Parameters(request);
    }

    void set(Map<String, List<String>> options) {
        options.forEach((name, words) -> {
            if (name.equals(WHOLE)) {
                Pojos.fill(request, Words.json(words));
            } else {
                set(name, words);
            }
        });
    }

    private void set(String name, List<String> words) {
        Optional<SdkField<?>> field = field(name);
        if (field.isEmpty() && name.startsWith("no-") && words.isEmpty()) {
            set(known(name.substring("no-".length())), BooleanNode.FALSE);
        } else {
            SdkField<?> known = known(name);
            set(known, isFlag(known, words) ? BooleanNode.TRUE : Words.value(known, words));
        }
    }

    private void set(SdkField<?> field, JsonNode value) {
        field.set(request, Pojos.value(field, value));
    }

    private static boolean isFlag(SdkField<?> field, List<String> words) {
        return words.isEmpty() && field.marshallingType().getKnownType() == MarshallingKnownType.BOOLEAN;
    }

    private SdkField<?> known(String name) {
        return field(name)
                .orElseThrow(() -> new IllegalArgumentException("no parameter --" + name + " has "
                        + request.getClass().getEnclosingClass().getSimpleName()));
    }

    private Optional<SdkField<?>> field(String name) {
        String plain = RENAMED.getOrDefault(name, name).replace("-", "");
        return request.sdkFields().stream()
                .filter(field -> field.memberName().toLowerCase(Locale.ROOT).equals(plain))
                .findFirst();
    }
}
