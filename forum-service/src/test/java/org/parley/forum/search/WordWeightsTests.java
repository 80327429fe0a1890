package org.parley.forum.search;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.paging.Cursor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WordWeightsTests {

	@Test
	void cursorPreservesWeights() {
		var weights = new WordWeights(List.of(1, -1, 17, -300, 600));
		assertThat(WordWeights.parse(weights.toString(), 5)).isEqualTo(weights);
		assertThat(WordWeights.parse("", 0).tenths()).isEmpty();
	}

	@Test
	void rareWordsAreMarked() {
		var weights = new WordWeights(List.of(15, -20));
		assertThat(weights.isRare(0)).isFalse();
		assertThat(weights.isRare(1)).isTrue();
		assertThat(weights.weight(1)).isEqualTo(2f);
		assertThat(weights.sum()).isEqualTo(3.5f);
	}

	@Test
	void longestQueryHasValidCursor() {
		var weights = new WordWeights(Collections.nCopies(100, -300));
		assertThat(
				Cursor.next("relevance", 12.345678f, "01M7ZWD3RM1M0VEXPZ1HZXM48Z", Long.MAX_VALUE, weights).encoded())
			.hasSizeLessThanOrEqualTo(512);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "0a0", "-1", "+1", "0A", "0\u0661" })
	void forgedWeightsAreRefused(String text) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> WordWeights.parse(text, 1));
	}

}
