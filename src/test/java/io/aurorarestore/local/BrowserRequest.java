package io.aurorarestore.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request as a browser sends it, by hand: no client lets a host be said that is not the one it asks. */
public record BrowserRequest(String host, String origin, String site) {

    public BrowserRequest(String host, String origin) {
        this(host, origin, "");
    }

    /** What is answered, from its status line on. */
    public String to(int port, String path) throws IOException {
        return to(port, "POST", path);
    }

    /** What is answered, from its status line on. */
    public String to(int port, String method, String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String call = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n"
                    + said("Origin", origin) + said("Sec-Fetch-Site", site)
                    + "Content-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String said(String header, String value) {
        return value.isEmpty() ? "" : header + ": " + value + "\r\n";
    }
}
