package org.parley.platform.text.name;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LatinNameTests {

	@ParameterizedTest
	@CsvSource({ "Łukasz, lukasz", "Søren Kierkegaard, soren kierkegaard", "Đặng Thị, dang thi", "Ægir, aegir",
			"Þór, thor", "Straße, strasse", "İbrahim Işık, ibrahim isik", "O’Brien, obrien", "Zoë!, zoe",
			"佐藤, zuo teng", "王小明, wang xiao ming", "さくら, sakura", "김민준, gimminjun", "Объект, obekt", "Дмитрий, dmitrij",
			"Ольга Толстая, olga tolstaa", "Γιώργος, giorgos", "محمد, mhmd", "דוד, dwd", "नीलम, nilama",
			"ทักษิณ, thaksin", "ａｌｉｃｅ, alice", "𝓐𝓵𝓲𝓬𝓮, alice", "გიორგი, giorgi", "Արամ, aram", "🦊 Fox, fox" })
	void nameIsWrittenInAscii(String name, String ascii) {
		assertThat(LatinName.transliterate(name)).isEqualTo(ascii);
	}

	@ParameterizedTest
	@ValueSource(strings = { "🦊", "\u3164", "!?", "" })
	void nameWithoutLettersIsEmpty(String name) {
		assertThat(LatinName.transliterate(name)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Alice, aLICE", "ALICE, ａｌｉｃｅ", "Straße, STRASSE", "Ōe, ŌE", "ﬁona, FIONA", "İpek, IPEK", "IŞIK, ışık",
			"Σίσυφος, ΣΊΣΥΦΟΣ" })
	void foldedNamesAreEqual(String one, String other) {
		assertThat(LatinName.fold(one)).isEqualTo(LatinName.fold(other));
	}

}
