package org.parley.summary.stored;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.summary.engine.ContentFingerprint;
import org.parley.summary.engine.SummaryDraft;
import org.parley.summary.engine.SummarySentence;

import static org.assertj.core.api.Assertions.assertThat;

class SummaryTests {

	private final Summary summary = new Summary("thread", "summary",
			new SummaryDraft("extractive", List.of(new SummarySentence("Words.", List.of(1))),
					List.of(new ContentFingerprint(ContentFingerprint.TITLE, "title"), new ContentFingerprint(1, "one"),
							new ContentFingerprint(2, "two")),
					2),
			Instant.EPOCH);

	@Test
	void unchangedBasisIsCurrent() {
		assertThat(this.summary.basisNumbers()).containsExactly(ContentFingerprint.TITLE, 1, 2);
		assertThat(this.summary.isCurrent(Map.of(ContentFingerprint.TITLE, "title", 1, "one", 2, "two", 3, "three")))
			.isTrue();
	}

	@Test
	void missingPostMakesSummaryOutdated() {
		assertThat(this.summary.isCurrent(Map.of(ContentFingerprint.TITLE, "title", 1, "one"))).isFalse();
	}

	@Test
	void changedPostMakesSummaryOutdated() {
		assertThat(this.summary.isCurrent(Map.of(ContentFingerprint.TITLE, "title", 1, "one", 2, "other"))).isFalse();
	}

	@Test
	void changedTitleMakesSummaryOutdated() {
		assertThat(this.summary.isCurrent(Map.of(ContentFingerprint.TITLE, "other", 1, "one", 2, "two"))).isFalse();
	}

}
