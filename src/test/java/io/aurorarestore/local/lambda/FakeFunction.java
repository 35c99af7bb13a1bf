package io.aurorarestore.local.lambda;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;

/**
 * A packaged function, as the Runtime API sees it. It decides nothing: it shows the {@link Director} each event and does
 * as it is told. What it is told is a line with the verb, then the text that goes with it.
 */
public final class FakeFunction {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String runtime = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/";
    private final String director = System.getenv("DIRECTOR");

    private FakeFunction() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new FakeFunction().run();
    }

    private void run() throws IOException, InterruptedException {
        obey(ask("init", "", HttpRequest.newBuilder()), "init");
        while (true) {
            HttpRequest next = HttpRequest.newBuilder(URI.create(runtime + "invocation/next"))
                    .build();
            invoked(http.send(next, BodyHandlers.ofString()));
        }
    }

    private void invoked(HttpResponse<String> next) throws IOException, InterruptedException {
        HttpRequest.Builder question = HttpRequest.newBuilder();
        next.headers().map().forEach((name, values) -> {
            if (name.startsWith("lambda-runtime-")) {
                question.header(name, values.get(0));
            }
        });
        String id = next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
        obey(ask("invocation", next.body(), question), "invocation/" + id);
    }

    private String ask(String about, String body, HttpRequest.Builder question)
            throws IOException, InterruptedException {
        HttpRequest request = question.uri(URI.create(director + about))
                .header("Pid", Long.toString(ProcessHandle.current().pid()))
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    private void obey(String told, String about) throws IOException, InterruptedException {
        String[] parts = told.split("\n", 2);
        switch (parts[0]) {
            case "go on" -> {}
            case "respond" -> post(about + "/response", parts[1]);
            case "respond and exit" -> {
                post(about + "/response", parts[1]);
                Runtime.getRuntime().halt(0);
            }
            case "respond to another and exit" -> {
                post("invocation/another/response", "{}");
                Runtime.getRuntime().halt(0);
            }
            case "report error" -> post(about + "/error", parts[1]);
            case "hang" -> new CountDownLatch(1).await();
            case "exit" -> Runtime.getRuntime().halt(Integer.parseInt(parts[1]));
            default -> throw new IllegalArgumentException(told);
        }
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(runtime + path))
                .POST(BodyPublishers.ofString(body))
                .build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        System.out.println(path + " " + status);
    }
}
