package org.parley.platform.privacy.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.contracts.privacy.ErasureRequested;
import org.parley.platform.privacy.PersonalData.Step;

import static org.assertj.core.api.Assertions.assertThat;

class LocalErasureTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:18:00Z");

	private static final List<String> KINDS = List.of("drafts", "notes");

	@Test
	void erasureVisitsAllKindsAndSumsCounts() {
		var erasure = begun().after(new Step(200, "b")).after(new Step(200, "d")).after(Step.end(3));
		assertThat(erasure.kinds()).containsExactly("notes");
		assertThat(erasure.after()).isNull();
		assertThat(erasure.isAtEnd()).isFalse();
		var end = erasure.after(Step.end(0));
		assertThat(end.isAtEnd()).isTrue();
		assertThat(end.counts()).containsEntry("drafts", 403L).containsEntry("notes", 0L);
		assertThat(end.revision()).isEqualTo(4);
	}

	@Test
	void erasureHasThreeRounds() {
		var first = begun();
		assertThat(first.isAnswered()).isFalse();
		var second = first.next(KINDS, NOW);
		assertThat(second.isAnswered()).isTrue();
		assertThat(second.kinds()).isEqualTo(KINDS);
		assertThat(second.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
		var third = second.next(KINDS, NOW);
		assertThat(third.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
		var over = third.next(KINDS, NOW);
		assertThat(over.dueAt()).isNull();
		assertThat(over.isAnswered()).isTrue();
	}

	private static LocalErasure begun() {
		return LocalErasure.begin(new ErasureRequested("an erasure", "somebody", NOW), KINDS, NOW);
	}

}
