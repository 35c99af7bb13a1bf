package io.aurorarestore.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = BEGAN.plusMillis(12_300);
    private static final String WHAT = "cluster ar-orders-drill-k3m9x2p7q4w1-new is available";
    private static final String WOKEN = "RDS-EVENT-0170 of cluster ar-orders-drill-k3m9x2p7q4w1-new";

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 60, 80, 100, 200})
    void aLineStaysWithinTheTerminalWhateverItSays(int width) {
        for (String what : List.of("", WHAT, WHAT.repeat(9))) {
            assertThat(plain(width, "done", what, WOKEN)).hasSizeLessThan(width);
        }
    }

    @Test
    void wide200ShowsEverythingInFull() {
        assertThat(plain(200, "done", WHAT, WOKEN))
                .isEqualTo("  ✓ restore-cluster        12.3 s  " + WHAT + "  [" + WOKEN + "]");
    }

    @Test
    void at100WhatWokeTheStepIsLeftOutWhereItDoesNotFit() {
        assertThat(plain(100, "done", WHAT, WOKEN)).isEqualTo("  ✓ restore-cluster        12.3 s  " + WHAT);
        assertThat(plain(100, "done", WHAT, "timer")).endsWith(WHAT + "  [timer]");
    }

    @Test
    void at80AStepIsToldWholeWithShortIds() {
        assertThat(plain(80, "done", WHAT, "timer"))
                .isEqualTo("  ✓ restore-cluster        12.3 s  cluster ar-orders-drill-k3m9…-new is availa…");
        assertThat(plain(80, "done", "ar-orders-drill-k3m9x2p7q4w1-new exists", "timer"))
                .isEqualTo("  ✓ restore-cluster        12.3 s  ar-orders-drill-k3m9…-new exists  [timer]");
    }

    @Test
    void at60NamesTakeLessRoom() {
        assertThat(plain(60, "running", "cluster is creating", ""))
                .isEqualTo("  … restore-cluster   12.3 s  cluster is creating");
    }

    @Test
    void onlyTheIdOfARestoreIsShortened() {
        assertThat(Layout.shortened("orders-k3m9x2p7q4w1 and ar-x-k3m9x2p7q4w1-2 and ar-x-k3m9x2p7q4w1zz"))
                .isEqualTo("orders-k3m9x2p7q4w1 and ar-x-k3m9…-2 and ar-x-k3m9x2p7q4w1zz");
    }

    @Test
    void coloursTakeNoRoomAndEachStateHasItsOwn() {
        Stream.of("running", "done", "skipped", "undone", "failed").forEach(state -> {
            String coloured = new Layout(80, true).line(step(state, WHAT, WOKEN), NOW);
            assertThat(coloured).contains("\u001b[0m");
            assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain(80, state, WHAT, WOKEN));
        });
        assertThat(Stream.of("running", "done", "skipped", "undone", "failed")
                        .map(state -> new Layout(80, true)
                                .line(step(state, "", ""), NOW)
                                .substring(2, 6)))
                .doesNotHaveDuplicates();
    }

    @Test
    void noColoursWhereNoColorIsSet() {
        assertThat(Screens.coloured("1")).isFalse();
        assertThat(Screens.coloured("")).isTrue();
        assertThat(Screens.coloured(null)).isTrue();
    }

    private static String plain(int width, String state, String what, String woken) {
        return new Layout(width, false).line(step(state, what, woken), NOW);
    }

    static StepLine step(String state, String what, String woken) {
        return new StepLine("restore-cluster", state, what, woken, BEGAN, Optional.empty());
    }
}
