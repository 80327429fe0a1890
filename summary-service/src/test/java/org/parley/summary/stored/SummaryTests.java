package org.parley.summary.stored;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.summary.engine.Draft;
import org.parley.summary.engine.Print;
import org.parley.summary.engine.Sentence;

import static org.assertj.core.api.Assertions.assertThat;

/** When a summary may be shown. */
class SummaryTests {

	private final Summary summary = new Summary("thread", "summary",
			new Draft("extractive", List.of(new Sentence("Words.", List.of(1))),
					List.of(new Print(Print.TITLE, "title"), new Print(1, "one"), new Print(2, "two")), 2),
			Instant.EPOCH);

	@Test
	void unchangedBasisStands() {
		assertThat(this.summary.numbers()).containsExactly(Print.TITLE, 1, 2);
		assertThat(this.summary.stands(Map.of(Print.TITLE, "title", 1, "one", 2, "two", 3, "three"))).isTrue();
	}

	@Test
	void missingPostEndsIt() {
		assertThat(this.summary.stands(Map.of(Print.TITLE, "title", 1, "one"))).isFalse();
	}

	@Test
	void changedPostEndsIt() {
		assertThat(this.summary.stands(Map.of(Print.TITLE, "title", 1, "one", 2, "other"))).isFalse();
	}

	@Test
	void changedTitleEndsIt() {
		assertThat(this.summary.stands(Map.of(Print.TITLE, "other", 1, "one", 2, "two"))).isFalse();
	}

}
