package io.aurorarestore.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Gives generated and mutated texts to what reads texts from outside, and tells the one that breaks it with the line that
 * shows it again. {@code -Dfuzz.seed=1 -Dfuzz.runs=1000000} looks at more of them.
 */
public final class Fuzz {

    private static final long SEED = Long.parseLong(said("fuzz.seed", "20261121"));
    private static final int RUNS = Integer.parseInt(said("fuzz.runs", "1000"));

    /** Reads a text in any way it likes. */
    @FunctionalInterface
    public interface Target {
        void read(String text) throws Exception;
    }

    private Fuzz() {}

    /** @param samples good ones, to begin with */
    public static void run(List<String> samples, Target target) {
        for (long run = 0; run < RUNS; run++) {
            long seed = SEED + run;
            String text = new Texts(samples, new SplittableRandom(seed)).next();
            try {
                target.read(text);
            } catch (Exception | Error failure) {
                throw new AssertionError(
                        failure + "\nshown again by -Dfuzz.runs=1 -Dfuzz.seed=" + seed + ", the text being\n"
                                + shortened(text),
                        failure);
            }
        }
    }

    /**
     * Tries one seed after the other.
     *
     * @param often where nobody says how often: some things are too slow for many
     */
    public static void seeds(int often, Consumer<SplittableRandom> trial) {
        long runs = Long.parseLong(said("fuzz.runs", Integer.toString(often)));
        for (long seed = SEED; seed < SEED + runs; seed++) {
            try {
                trial.accept(new SplittableRandom(seed));
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError(failure + "\nshown again by -Dfuzz.runs=1 -Dfuzz.seed=" + seed, failure);
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= 4000 ? text : text.substring(0, 4000) + "… (" + text.length() + " characters)";
    }

    private static String said(String property, String otherwise) {
        return Optional.ofNullable(System.getProperty(property))
                .filter(value -> !value.isBlank())
                .orElse(otherwise);
    }
}
