package io.aurorarestore.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Changes a JSON tree in one place. */
final class Mutation {

    private final SplittableRandom chance;
    private final OddValues values;

    Mutation(SplittableRandom chance) {
        this.chance = chance;
        this.values = new OddValues(chance);
    }

    JsonNode of(JsonNode tree) {
        List<JsonNode> parents = new ArrayList<>();
        collect(tree, parents);
        if (parents.isEmpty() || chance.nextInt(50) == 0) {
            return values.next(0);
        }
        JsonNode parent = parents.get(chance.nextInt(parents.size()));
        if (parent instanceof ObjectNode object) {
            change(object);
        } else {
            change((ArrayNode) parent);
        }
        return tree;
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode() && !node.isEmpty()) {
            parents.add(node);
            node.forEach(child -> collect(child, parents));
        }
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(chance.nextInt(names.size()));
        switch (chance.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(values.text(), object.get(name));
            case 2 ->
                object.set(
                        name,
                        object.get(names.get(chance.nextInt(names.size()))).deepCopy());
            case 3 -> object.put(name, object.get(name).asText() + values.text());
            default -> object.set(name, values.next(0));
        }
    }

    private void change(ArrayNode array) {
        int at = chance.nextInt(array.size());
        switch (chance.nextInt(4)) {
            case 0 -> array.remove(at);
            case 1 -> repeat(array, at);
            default -> array.set(at, values.next(0));
        }
    }

    private void repeat(ArrayNode array, int at) {
        JsonNode one = array.get(at);
        boolean many = chance.nextInt(10) == 0 && one.toString().length() < 200;
        int often = many ? 300 : 2;
        for (int count = 0; count < often; count++) {
            array.add(one.deepCopy());
        }
    }
}
