package io.aurorarestore.callpath;

import java.lang.StackWalker.StackFrame;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.utility.JavaModule;
import org.jspecify.annotations.Nullable;

/**
 * The methods of the product that run on the way to one of them, each once: what a reader has to go through. Accessors of
 * records do not count.
 */
public final class CallPath {

    private static final String PRODUCT = "io.aurorarestore.";

    private static volatile @Nullable CallPath recording;

    private final Set<String> methods = new LinkedHashSet<>();
    private final String goal;
    private final Thread thread = Thread.currentThread();
    private Set<String> deepest = Set.of();
    private boolean reached;

    private CallPath(String goal) {
        this.goal = goal;
    }

    /**
     * Runs something, and notes what its thread enters until the goal is; all of it, where the goal is never entered.
     *
     * @param goal a class and its method, as {@code RestoreCluster.decide}
     */
    public static CallPath to(String goal, Callable<?> work) throws Exception {
        CallPath path = new CallPath(goal);
        Instrumentation instrumentation = ByteBuddyAgent.install();
        ClassFileTransformer agent = new AgentBuilder.Default()
                .disableClassFormatChanges()
                .with(RedefinitionStrategy.RETRANSFORMATION)
                .type(CallPath::isOfTheProduct)
                .transform((builder, type, loader, module, domain) -> builder.visit(Advice.to(Enter.class)
                        .on(ElementMatchers.isMethod()
                                .and(ElementMatchers.not(ElementMatchers.isSynthetic()))
                                .and(ElementMatchers.not(ElementMatchers.isAbstract()))
                                .and(ElementMatchers.not(CallPath::isAccessor)))))
                .installOn(instrumentation);
        try {
            recording = path;
            work.call();
        } finally {
            recording = null;
            ((net.bytebuddy.agent.builder.ResettableClassFileTransformer) agent)
                    .reset(instrumentation, RedefinitionStrategy.RETRANSFORMATION);
        }
        return path;
    }

    private static boolean isOfTheProduct(
            TypeDescription type,
            @Nullable ClassLoader loader,
            @Nullable JavaModule module,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain) {
        return type.getName().startsWith(PRODUCT)
                && !type.getName().startsWith(PRODUCT + "local.")
                && domain != null
                && domain.getCodeSource() != null
                && !domain.getCodeSource().getLocation().getPath().contains("test");
    }

    /** Of a component of a record: nobody opens it. */
    private static boolean isAccessor(MethodDescription method) {
        return method.getParameters().isEmpty()
                && method.getDeclaringType().asErasure().isRecord()
                && !method.getDeclaringType()
                        .getDeclaredFields()
                        .filter(ElementMatchers.named(method.getName()))
                        .isEmpty();
    }

    /** Called from the product's own methods. */
    public static void entered(String type, String method) {
        CallPath path = recording;
        if (path != null && path.thread == Thread.currentThread()) {
            path.add(type, method);
        }
    }

    private synchronized void add(String type, String method) {
        if (!reached) {
            String entered = type.substring(type.lastIndexOf('.') + 1) + "." + method;
            methods.add(entered);
            reached = entered.equals(goal);
            Set<String> now = stack();
            deepest = now.size() > deepest.size() ? now : deepest;
        }
    }

    /** The outermost first; of each method what it was called for last. */
    private static Set<String> stack() {
        List<String> inner = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith(PRODUCT))
                        .map(CallPath::method)
                        .dropWhile(method -> method.startsWith("CallPath."))
                        .takeWhile(method -> !method.contains("PathCount."))
                        .toList());
        Set<String> outermostFirst = new LinkedHashSet<>();
        for (int at = inner.size() - 1; at >= 0; at--) {
            outermostFirst.add(inner.get(at));
        }
        return outermostFirst;
    }

    /** What a lambda does, the method does that it stands in. */
    private static String method(StackFrame frame) {
        String name = frame.getMethodName().replaceAll("lambda\\$(\\w+)\\$\\d+", "$1");
        return frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1) + "." + name;
    }

    public synchronized boolean reached() {
        return reached;
    }

    public synchronized Set<String> methods() {
        return methods;
    }

    public synchronized Set<String> types() {
        return types(methods);
    }

    /** The methods of ours that were on the stack together, where they were most: how deep a reader has to go. */
    public synchronized Set<String> deepest() {
        return deepest;
    }

    public static Set<String> types(Set<String> methods) {
        return methods.stream()
                .map(method -> method.substring(0, method.indexOf('.')))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public synchronized String inWords() {
        return inWords(methods, "in all") + "\n\n" + inWords(deepest, "on the stack where it is deepest");
    }

    private static String inWords(Set<String> methods, String which) {
        return methods.size() + " methods of " + types(methods).size() + " types " + which + ":\n"
                + String.join("\n", methods);
    }

    /** Woven into the product's methods. */
    static final class Enter {

        private Enter() {}

        @Advice.OnMethodEnter
        static void enter(@Advice.Origin("#t") String type, @Advice.Origin("#m") String method) {
            CallPath.entered(type, method);
        }
    }
}
