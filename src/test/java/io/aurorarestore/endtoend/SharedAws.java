package io.aurorarestore.endtoend;

import io.aurorarestore.local.WorkFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One local AWS for the classes that ask for nothing of their own: in each JVM the first to come starts it, and it ends
 * with the last test. What is told, counted and found there may be of others: their tests look for their own targets.
 */
record SharedAws(LocalProgram program, UserAccount account, Path work) implements AutoCloseable {

    private static final Path WORK = WorkFolder.of("shared");

    private static SharedAws start() {
        try {
            LocalProgram program = LocalProgram.startAgain(
                    WORK,
                    "-Dlocal.request=none",
                    "-Dlocal.speed=400",
                    "-Dlocal.parameters=NightlyTarget=orders-night,NightlySource=orders-prod,"
                            + "NightlySourceRegion=us-west-2,ClusterRolePattern=aurora-sandbox-*");
            return new SharedAws(program, program.account(), WORK);
        } catch (Exception e) {
            throw new AssertionError("the shared local AWS does not start", e);
        }
    }

    @Override
    public void close() {
        program.close();
    }

    /** Hands it to whoever has a parameter for it. */
    static final class Resolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SharedAws.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SharedAws.class))
                    .computeIfAbsent(SharedAws.class, key -> start(), SharedAws.class);
        }
    }
}
