package org.parley.summary.engine.fallback;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.summary.engine.EngineFailedException;
import org.parley.summary.engine.FakeMaterial;
import org.parley.summary.engine.NothingToReadException;
import org.parley.summary.engine.SummaryDraft;
import org.parley.summary.engine.SummaryEngine;
import org.parley.summary.engine.SummaryMaterial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FallbackSummaryEngineTests {

	private static final FakeMaterial MATERIAL = FakeMaterial.of("One post.");

	@Test
	void primaryEngineIsUsedFirst() {
		assertThat(new FallbackSummaryEngine(new Fake("primary", null), new Fake("fallback", null)).summarize(MATERIAL)
			.engine()).isEqualTo("primary");
	}

	@Test
	void failedPrimaryEngineUsesFallback() {
		var engine = new FallbackSummaryEngine(new Fake("primary", new EngineFailedException("slow", null)),
				new Fake("fallback", null));
		assertThat(engine.summarize(MATERIAL).engine()).isEqualTo("fallback");
		assertThat(engine.name()).isEqualTo("primary");
		assertThat(engine.maxDuration()).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void modelWithoutPermissionIsNotAsked() {
		var primary = new Fake("primary", new IllegalStateException("The model was asked"));
		assertThat(new FallbackSummaryEngine(primary, new Fake("fallback", null))
			.summarize(MATERIAL.permitted(() -> false))
			.engine()).isEqualTo("fallback");
	}

	@Test
	void threadWithoutTextUsesNoFallback() {
		var engine = new FallbackSummaryEngine(new Fake("primary", new NothingToReadException()),
				new Fake("fallback", null));
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
