package org.parley.demo;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.demo.stage.DemoStep;

import static org.assertj.core.api.Assertions.assertThat;

class DemoPrinterTests {

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private final DemoPrinter demoPrinter = new DemoPrinter(
			new PrintStream(this.printed, true, StandardCharsets.UTF_8));

	private final List<String> played = new ArrayList<>();

	@Test
	void everyStepIsPrintedWithItsResult() {
		assertThat(this.demoPrinter.run(List.of(step("A rises"), step("B falls")))).isTrue();
		assertThat(output()).contains(" 1  A rises", "saw A rises", " 2  B falls", "All 2 steps succeeded");
	}

	@Test
	void runStopsAtFirstFailure() {
		var failing = new DemoStep("B falls", () -> {
			throw new IllegalStateException("expected a fall\nsaw a rise");
		});
		assertThat(this.demoPrinter.run(List.of(step("A rises"), failing, step("C follows")))).isFalse();
		assertThat(output()).contains("B falls  FAILED", "expected a fall", "    saw a rise").doesNotContain("All");
		assertThat(this.played).containsExactly("A rises");
	}

	private DemoStep step(String name) {
		return new DemoStep(name, () -> {
			this.played.add(name);
			return "saw " + name;
		});
	}

	private String output() {
		return this.printed.toString(StandardCharsets.UTF_8);
	}

}
