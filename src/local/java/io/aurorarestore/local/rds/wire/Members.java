package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.Form;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;

/** Members of a resource that are no more than kept and shown, by the names that its description has for them. */
final class Members {

    private Members() {}

    /** @param names of the members, by those of the parameters that give them */
    static Map<String, String> given(Form form, Map<String, String> names) {
        Map<String, String> given = new TreeMap<>();
        names.forEach((parameter, member) -> form.get(parameter).ifPresent(value -> given.put(member, value)));
        return given;
    }

    /** Sets what the description has a member for. */
    static void show(SdkPojo description, Map<String, String> members) {
        for (SdkField<?> field : description.sdkFields()) {
            String value = members.get(field.memberName());
            if (value != null) {
                field.set(description, typed(field, value));
            }
        }
    }

    private static Object typed(SdkField<?> field, String value) {
        if (field.marshallingType() == MarshallingType.INTEGER) {
            return Integer.valueOf(value);
        }
        return field.marshallingType() == MarshallingType.BOOLEAN ? Boolean.valueOf(value) : value;
    }
}
