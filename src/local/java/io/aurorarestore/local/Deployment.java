package io.aurorarestore.local;

import io.aurorarestore.local.iam.TemplateRoles;
import io.aurorarestore.local.lambda.FunctionPackage;
import io.aurorarestore.local.postgres.Folders;
import io.aurorarestore.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The functions of the deployment template, standing in the local AWS. */
public final class Deployment implements AutoCloseable {

    private final FunctionsOfStack functions;

    Deployment(LocalAws aws, Template template, Options options) throws IOException {
        functions =
                new FunctionsOfStack(aws, options, code(options, aws.postgres().hosts()), new TemplateRoles(template));
        template.all("AWS::Serverless::Function").forEach(functions::add);
        template.all("AWS::ApiGatewayV2::Integration").forEach(functions::integrate);
        template.all("AWS::CloudWatch::Dashboard").forEach(functions::show);
    }

    private static FunctionPackage code(Options options, Path hosts) throws IOException {
        Path folder = options.work().resolve("function").toAbsolutePath();
        if (!Files.exists(options.function())) {
            throw new IOException("there is no packaged function " + options.function()
                    + ": package it first, or name another with -Dlocal.function=PATH");
        }
        Folders.empty(folder);
        return FunctionPackage.unpack(options.function().toAbsolutePath(), folder)
                .resolvingBy(hosts.toAbsolutePath());
    }

    /**
     * Begins to take messages: from now on the functions work.
     *
     * @return once those have started that somebody waits for, whether they could
     */
    public boolean start() {
        functions.start();
        return functionsStart();
    }

    boolean functionsStart() {
        return functions.allStart();
    }

    @Override
    public void close() {
        functions.close();
    }
}
