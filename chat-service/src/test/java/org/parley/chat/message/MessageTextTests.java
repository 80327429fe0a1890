package org.parley.chat.message;

import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.text.image.ImageHosts;
import org.parley.platform.text.markdown.Markdown;

import static org.assertj.core.api.Assertions.assertThat;

class MessageTextTests {

	private final Markdown markdown = new Markdown(new ImageHosts(Set.of()));

	@Test
	void endOfLongestChineseMessageIsFound() {
		var text = new Random(1).ints(3_998, 0x4E00, 0x4E00 + 500)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.append("天气");
		assertThat(MessageText.of(text.toString(), this.markdown).words()).containsAll(wanted("天气"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "The butler ||murmeltierx|| did it.", ">! murmeltierx", "murmeltierx" })
	void wordsOfSpoilersAreFound(String text) {
		assertThat(MessageText.of(text, this.markdown).words()).containsAll(wanted("murmeltierx"));
	}

	private static Iterable<String> wanted(String query) {
		return MessageText.wanted(query).getFirst();
	}

}
