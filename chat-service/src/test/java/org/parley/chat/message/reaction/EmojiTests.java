package org.parley.chat.message.reaction;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmojiTests {

	@ParameterizedTest
	@ValueSource(strings = { "👍", "❤️", "👍🏽", "👨‍👩‍👧‍👦", "🇩🇪", "1️⃣", "#️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "⭐", "☎️",
			"☝🏽", "🏃‍♂️", "👁️‍🗨️", "©️", "🧑🏿‍🤝‍🧑🏻", "🐦‍🔥", "🫩" })
	void singleEmojiIsAccepted(String text) {
		assertThat(Emoji.of(text).text()).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({ "❤, ❤️", "☎, ☎️", "👍\uFE0F, 👍", "⭐\uFE0F, ⭐", "1\u20E3, 1️⃣", "❤‍🔥, ❤️‍🔥", "☝\uFE0F🏽, ☝🏽",
			"🏃‍♂, 🏃‍♂️", "👁‍🗨, 👁️‍🗨️", "🏳‍🌈, 🏳️‍🌈", "❤\uFE0F\uFE0F, ❤️" })
	void oneEmojiIsWrittenInOneWay(String typed, String kept) {
		assertThat(Emoji.of(typed).text()).isEqualTo(kept);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "ok", "1", "#", "👍👍", "👍a", "a👍", "🇩", "1️", "☎\uFE0E", "\u200D", "\uFE0F",
			"$inc", "a.b", "👍\u200D", "👍\u200D👍", "👍🏽🏽", "👍\u20E3", "👍\uDB40\uDC41", "\u200D👍" })
	void otherTextIsRefused(String text) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> Emoji.of(text))
			.matches((problem) -> problem.code().equals("reaction.invalid"));
	}

}
