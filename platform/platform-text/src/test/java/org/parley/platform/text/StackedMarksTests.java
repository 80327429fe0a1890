package org.parley.platform.text;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StackedMarksTests {

	/** Words of scripts that write with marks, composed and decomposed. */
	@ParameterizedTest
	@ValueSource(strings = { "", "Zoë", "Nguyễn Thị Việt Ệ", "ᾧδε ᾍ", "กำแพง ก็ ปั๊ม น้ำ ฏุ๊", "नीलम क़्षि श्र्यृं",
			"שִׁבֹּלֶת שָּׁ֖ב", "مُحَمَّدٌ ٱللَّٰهِ لَّٰٓ", "བསྒྲུབས རྐྱེན ཧཱུྃ སཏྟྭ", "ཧྐྵྨླྺྼྻྂ", "மொழி", "ಭಾಷೆ ಕೋ",
			"ശ്രീ", "ශ්‍රී ලංකා", "မြို့ ညွှန် ကြွှံ့", "ស្ត្រី ខ្ញុំ", "ພາສາລາວ ເຈົ້າ", "ᠠ᠋", "한국어", "がぎぐ", "ữ ǖ ṩ ǭ",
			"й ё ї", "Ā̀ ẽ̞̤̰", "#️⃣ 👁️‍🗨️ ❤️‍🔥", "ܫܠܳܡܳܐ", "ދިވެހި", "ɔ̃̂ ẹ̀ ọ̄́" })
	void spellingOfAnyScriptIsAllowed(String text) {
		assertThat(StackedMarks.areSpelling(text)).isTrue();
		assertThat(StackedMarks.areSpelling(Normalizer.normalize(text, Normalizer.Form.NFD))).isTrue();
	}

	/**
	 * Also accents of composed letters count, and joiners do not begin another letter.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "e\u0301\u0301", "Z\u0310\u0341\u0342\u0343\u0344a", "a\u0316\u0317\u0318\u0319\u031c",
			"ệ\u0316\u0317\u0318", "ก\u0e47\u0e47\u0e47", "x\u20dd\u20de\u20df\u20e0\u20e2",
			"a\u0301\u0302\u034f\u0303\u0304\u034f\u0305", "a\u0301\u200d\u0302\u200d\u0303\u200d\u0304\u200d\u0305",
			"\u0301\u0302\u0303\u0304\u0305a", "ب\u064e\u064f\u0650\u0651\u0652", "क\u093c\u093c",
			"क\u094d\u200d\u094d\u200d", "a\u0363\u0364\u0365\u0366\u0367", "ཀ\u0f71\u0f71",
			"\uD834\uDD67\uD834\uDD68\uD834\uDD69\u0301\u0302", "e\u0301\ufe00\u0301" })
	void pileOfMarksIsRefused(String text) {
		assertThat(StackedMarks.areSpelling(text)).isFalse();
	}

	@Test
	void fortyAccentsAreRefused() {
		assertThat(StackedMarks.areSpelling("A" + "\u0301\u0316".repeat(20) + "lice")).isFalse();
	}

}
