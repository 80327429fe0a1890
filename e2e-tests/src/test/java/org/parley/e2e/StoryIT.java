package org.parley.e2e;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.launcher.demo.Step;
import org.parley.launcher.demo.Story;

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
		return Story.with(this.system.gateway(), this.system.cast(), this.system.backstage())
			.stream()
			.map((step) -> DynamicTest.dynamicTest(step.name(), () -> play(step)));
	}

	private void play(Step step) {
		assumeFalse(this.broken.get(), "An earlier step of the story failed");
		this.broken.set(true);
		assertThat(step.act().get()).as("what was seen").isNotBlank();
		this.broken.set(false);
	}

}
