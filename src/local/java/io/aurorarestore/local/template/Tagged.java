package io.aurorarestore.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads CloudFormation's short tags as their long forms: {@code !Ref x} as {@code {"Ref": "x"}}. */
final class Tagged extends SafeConstructor {

    Tagged() {
        super(new LoaderOptions());
        yamlMultiConstructors.put("!", new ShortForm());
    }

    private final class ShortForm extends AbstractConstruct {

        @Override
        public Object construct(Node node) {
            String tag = node.getTag().getValue().substring(1);
            Object value = value(node);
            Map<String, Object> longForm = new LinkedHashMap<>();
            longForm.put(
                    tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag,
                    tag.equals("GetAtt") && value instanceof String text ? List.of(text.split("\\.", 2)) : value);
            return longForm;
        }

        private Object value(Node node) {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            return node instanceof SequenceNode sequence
                    ? constructSequence(sequence)
                    : constructMapping((MappingNode) node);
        }
    }
}
