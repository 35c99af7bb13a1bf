package io.aurorarestore.local.rds.wire;

import io.aurorarestore.local.front.AwsResponse;
import io.aurorarestore.local.rds.RdsError;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An answer of the AWS Query protocol.
 *
 * @param requestId what AWS would find the call by
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">The protocol</a>
 */
record Answer(String requestId) {

    private static final String NAMESPACE = "http://rds.amazonaws.com/doc/2014-10-31/";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
    private static final int OK = 200;
    private static final int SERVER = 500;

    /** @param result empty for an operation that answers nothing */
    AwsResponse to(String action, List<Element> result) {
        Element metadata = Element.of("ResponseMetadata", Element.text("RequestId", requestId));
        Element body = result.isEmpty() ? null : Element.of(action + "Result", result);
        return response(OK, Element.of(action + "Response", body, metadata));
    }

    AwsResponse to(RdsError error) {
        Element cause = Element.of(
                "Error",
                Element.text("Type", error.httpStatus() < SERVER ? "Sender" : "Receiver"),
                Element.text("Code", error.code()),
                Element.text("Message", error.getMessage()));
        return response(error.httpStatus(), Element.of("ErrorResponse", cause, Element.text("RequestId", requestId)));
    }

    private AwsResponse response(int status, Element root) {
        return new AwsResponse(
                status,
                Map.of("Content-Type", "text/xml", "x-amzn-RequestId", requestId),
                xml(root).getBytes(StandardCharsets.UTF_8));
    }

    private static String xml(Element root) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument();
            xml.writeStartElement(root.name());
            xml.writeDefaultNamespace(NAMESPACE);
            for (Element child : root.children()) {
                child.write(xml);
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }
}
