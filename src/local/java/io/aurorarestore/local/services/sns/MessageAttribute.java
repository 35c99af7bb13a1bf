package io.aurorarestore.local.services.sns;

/**
 * @param type {@code String}, {@code Number}, {@code Binary} or {@code String.Array}
 * @param value the text; of a binary, its base64
 */
record MessageAttribute(String name, String type, String value) {

    boolean isBinary() {
        return type.startsWith("Binary");
    }
}
