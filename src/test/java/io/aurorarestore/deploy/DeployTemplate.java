package io.aurorarestore.deploy;

import io.aurorarestore.local.template.Resource;
import io.aurorarestore.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A template as it is written, intrinsic functions in their long form. */
record DeployTemplate(Path file, Map<String, Object> body) {

    static final Path SERVICE = Path.of("deploy/template.yaml");

    static DeployTemplate of(Path file) {
        try {
            return new DeployTemplate(file, Template.body(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that there are. */
    static List<DeployTemplate> all() {
        try (Stream<Path> files = Files.walk(Path.of("deploy"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(DeployTemplate::of)
                    .filter(one -> one.body().containsKey("AWSTemplateFormatVersion"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> section(String name) {
        return Resource.asMap(body.getOrDefault(name, Map.of()));
    }

    Map<String, Object> resource(String logicalId) {
        return Resource.asMap(section("Resources").get(logicalId));
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
