package io.aurorarestore.docs;

import java.io.File;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What the build knows, from {@code pom.xml}. */
final class Pom {

    private final Document document;
    private final XPath path = XPathFactory.newInstance().newXPath();

    Pom() {
        try {
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("pom.xml"));
        } catch (Exception e) {
            throw new IllegalStateException("pom.xml cannot be read", e);
        }
    }

    Set<String> profiles() {
        return texts("//profile/id");
    }

    /** Properties that turn a profile on, and those that the tests of a profile are given. */
    Set<String> switches() {
        Set<String> all = texts("//activation/property/name");
        all.addAll(names("//profile//systemPropertyVariables/*"));
        return all;
    }

    Set<String> plugins() {
        return texts("//plugin/artifactId");
    }

    /** What {@code -Plocal} hands on to the local AWS, as {@code local.port}. */
    Set<String> localOptions() {
        Set<String> options = new HashSet<>();
        for (String argument : texts("//profile[id='local']//argument[starts-with(., '-Dlocal.')]")) {
            options.add(argument.substring("-D".length(), argument.indexOf('=')));
        }
        return options;
    }

    private Set<String> texts(String expression) {
        return each(expression, node -> node.getTextContent().strip());
    }

    private Set<String> names(String expression) {
        return each(expression, Node::getNodeName);
    }

    private Set<String> each(String expression, Function<Node, String> of) {
        try {
            NodeList nodes = (NodeList) path.evaluate(expression, document, XPathConstants.NODESET);
            Set<String> all = new HashSet<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                all.add(of.apply(nodes.item(i)));
            }
            return all;
        } catch (Exception e) {
            throw new IllegalStateException(expression, e);
        }
    }
}
