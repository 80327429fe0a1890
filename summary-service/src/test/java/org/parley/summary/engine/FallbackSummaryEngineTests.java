package org.parley.summary.engine;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FallbackSummaryEngineTests {

	private static final FakeMaterial MATERIAL = FakeMaterial.of("One post.");

	@Test
	void theWantedEngineIsAskedFirst() {
		assertThat(new FallbackSummaryEngine(new Fake("wanted", null), new Fake("reserve", null)).summarize(MATERIAL)
			.engine()).isEqualTo("wanted");
	}

	@Test
	void whereItFailsTheOtherOneIs() {
		var engine = new FallbackSummaryEngine(new Fake("wanted", new EngineFailedException("slow", null)),
				new Fake("reserve", null));
		assertThat(engine.summarize(MATERIAL).engine()).isEqualTo("reserve");
		assertThat(engine.name()).isEqualTo("wanted");
		assertThat(engine.maxDuration()).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void whereThereIsNothingToReadNoEngineHelps() {
		var engine = new FallbackSummaryEngine(new Fake("wanted", new NothingToReadException()),
				new Fake("reserve", null));
		assertThatExceptionOfType(NothingToReadException.class).isThrownBy(() -> engine.summarize(MATERIAL));
	}

	private record Fake(String name, @Nullable RuntimeException failure) implements SummaryEngine {

		@Override
		public Duration maxDuration() {
			return Duration.ofSeconds(1);
		}

		@Override
		public SummaryDraft summarize(SummaryMaterial summaryMaterial) {
			if (this.failure != null) {
				throw this.failure;
			}
			return new SummaryDraft(this.name, List.of(), List.of(), 1);
		}

	}

}
