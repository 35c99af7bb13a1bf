package io.aurorarestore.docs;

import java.io.File;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
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

    /** Properties that turn a profile on. */
    Set<String> switches() {
        return texts("//activation/property/name");
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
        try {
            NodeList nodes = (NodeList) path.evaluate(expression, document, XPathConstants.NODESET);
            Set<String> texts = new HashSet<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent().strip());
            }
            return texts;
        } catch (Exception e) {
            throw new IllegalStateException(expression, e);
        }
    }
}
