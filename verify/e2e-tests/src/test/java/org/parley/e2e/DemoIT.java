package org.parley.e2e;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.demo.DemoStory;
import org.parley.demo.stage.DemoStep;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/** Runs the steps of {@code ./parley demo} as tests. */
@EndToEnd
class DemoIT {

	private final RunningSystem system;

	private final AtomicBoolean broken = new AtomicBoolean();

	DemoIT(RunningSystem system) {
		this.system = system;
	}

	@TestFactory
	Stream<DynamicTest> demoSteps() {
		return DemoStory.with(this.system.gateway(), this.system.logins(), this.system.demoEnvironment())
			.stream()
			.map((demoStep) -> DynamicTest.dynamicTest(demoStep.name(), () -> play(demoStep)));
	}

	private void play(DemoStep demoStep) {
		assumeFalse(this.broken.get(), "An earlier step failed");
		this.broken.set(true);
		assertThat(demoStep.act().get()).as("result of the step").isNotBlank();
		this.broken.set(false);
	}

}
