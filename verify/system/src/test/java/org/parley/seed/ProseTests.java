package org.parley.seed;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProseTests {

	private final SeedWords seedWords = SeedWords.english();

	@Test
	void sameSeedCreatesSameTexts() {
		assertThat(posts(7, 200)).isEqualTo(posts(7, 200));
	}

	@Test
	void otherSeedCreatesOtherTexts() {
		assertThat(posts(7, 200)).isNotEqualTo(posts(8, 200));
	}

	@Test
	void postsHaveDifferentLengths() {
		var lengths = posts(1, 1_000).stream().mapToInt(String::length).summaryStatistics();
		assertThat(lengths.getMin()).isLessThan(80);
		assertThat(lengths.getMax()).isBetween(2_500, 50_000);
		assertThat(lengths.getAverage()).isBetween(200.0, 1_500.0);
	}

	@Test
	void textsContainNoMarkup() {
		var prose = new Prose(this.seedWords, new Random(3));
		this.seedWords.topics().forEach((topic) -> {
			assertThat(topic.description()).matches("[A-Za-z0-9 ,.;:?!-]+");
			IntStream.range(0, 200).forEach((_) -> {
				assertThat(prose.post(topic)).matches("[A-Za-z][A-Za-z0-9 ,.;:?!\n-]+");
				assertThat(prose.title(topic)).matches("[A-Za-z0-9 ,.;:?!-]{3,200}");
			});
		});
	}

	@Test
	void threadHasAtMostFiveTags() {
		var prose = new Prose(this.seedWords, new Random(3));
		assertThat(IntStream.range(0, 100).mapToObj((_) -> prose.tags(this.seedWords.topics().getFirst())))
			.allSatisfy((tags) -> assertThat(tags).hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates());
	}

	private List<String> posts(long seed, int count) {
		var prose = new Prose(this.seedWords, new Random(seed));
		return IntStream.range(0, count).mapToObj((_) -> prose.post(this.seedWords.topics().getFirst())).toList();
	}

}
