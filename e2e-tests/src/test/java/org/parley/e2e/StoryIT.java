package org.parley.e2e;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.launcher.demo.DemoStep;
import org.parley.launcher.demo.DemoStory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/** The story that {@code ./parley demo} tells is true. */
@EndToEnd
class StoryIT {

	private final RunningSystem system;

	private final AtomicBoolean broken = new AtomicBoolean();

	StoryIT(RunningSystem system) {
		this.system = system;
	}

	@TestFactory
	Stream<DynamicTest> theStory() {
		return DemoStory.with(this.system.gateway(), this.system.cast(), this.system.backstage())
			.stream()
			.map((demoStep) -> DynamicTest.dynamicTest(demoStep.name(), () -> play(demoStep)));
	}

	private void play(DemoStep demoStep) {
		assumeFalse(this.broken.get(), "An earlier step of the story failed");
		this.broken.set(true);
		assertThat(demoStep.act().get()).as("what was seen").isNotBlank();
		this.broken.set(false);
	}

}
