package io.aurorarestore.simulation;

import io.aurorarestore.model.settings.Attribute;
import io.aurorarestore.model.settings.Attributes;
import java.util.Map;
import java.util.TreeMap;

/** The attributes that RDS has rules about go by its names there; the others are no more than kept, by their settings'. */
final class RdsNames {

    private static final Map<Attribute, String> NAMES = Map.of(
            Attribute.STORAGE_TYPE, "StorageType",
            Attribute.NETWORK_TYPE, "NetworkType",
            Attribute.DOMAIN, "Domain",
            Attribute.DOMAIN_ROLE, "DomainIAMRoleName");

    private RdsNames() {}

    static Map<String, String> members(Attributes attributes) {
        Map<String, String> members = new TreeMap<>(attributes.bySetting());
        NAMES.forEach((attribute, name) -> attributes.text(attribute).ifPresent(value -> {
            members.remove(attribute.setting());
            members.put(name, value);
        }));
        return members;
    }

    static Attributes attributes(Map<String, String> members) {
        Attributes read = Attributes.bySetting(members);
        for (Map.Entry<Attribute, String> one : NAMES.entrySet()) {
            read = read.with(one.getKey(), members.get(one.getValue()));
        }
        return read;
    }
}
