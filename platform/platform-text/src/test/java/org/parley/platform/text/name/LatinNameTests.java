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
			"ทักษิณ, thaksin", "ａｌｉｃｅ, alice", "𝓐𝓵𝓲𝓬𝓮, alice", "გიორგი, giorgi", "Արամ, aram", "🦊 Fox, fox",
			"Əliyev, eliyev", "Қанат, kanat", "Әлия, alia", "Ҷамшед Ҳасан, jamsed hasan", "سعيد, syd",
			"عبد الله, bd allh", "بھارتی, bharty", "علی\u200cرضا, lyrda", "ڕۆژان, rozhan", "ዓለም, alam", "Անուշը, anuse",
			"ᲥᲔᲗᲔᲕᲐᲜ, ketevan", "Ɔkɔmfo, okomfo", "Co\u00adra, cora", "ສາມ, saam", "ខ្មែរ, khmaer", "བསོད, bsod",
			"ᏣᎳᎩ, tsalagi", "ⴰⵎⴰⵣⵉⵖ, amazigh", "ᐃᓄᒃ, inok", "සිරි, siri", "Kaʻiulani, kaiulani" })
	void nameIsWrittenInAscii(String name, String ascii) {
		assertThat(LatinName.transliterate(name)).isEqualTo(ascii);
	}

	@ParameterizedTest
	@ValueSource(strings = { "🦊", "\u3164", "!?", "" })
	void nameWithoutLettersIsEmpty(String name) {
		assertThat(LatinName.transliterate(name)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Über Straßen & Plätze!, uber-strassen-platze", "Новости, novosti", "日本, ri-ben", "हिन्दी, hindi",
			"الأخبار, alakhbar", "snake_case, snake-case", "معلومات عامة, mlwmat-amt", "جامعة بغداد, jamt-bghdad",
			"خبریں اور بھارت, khbryn-awr-bhart", "Azərbaycan xəbərləri, azerbaycan-xeberleri",
			"Қазақстан жаңалықтары, kazakstan-zanalyktary", "አማርኛ ቋንቋ, amarena-qwaneqwa", "ئۇيغۇر تىلى, yuyghur-tyly",
			"col·legi, collegi", "达·芬奇, da-fen-qi", "ຂ່າວ, khaaw", "សួស្តី, suastii", "हिन्दी समाचार, hindi-samacara",
			"Việt Nam, viet-nam", "٣٤ خبر, 34-khbr", "🦊, ''", "'', ''",
			"a b c d e f g h i j k l m n o p q r s t u v w x y z, a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y",
			"1234567890 1234567890 1234567890 1234567890 12345 789, 1234567890-1234567890-1234567890-1234567890-12345" })
	void slugHasWordsOfName(String name, String slug) {
		assertThat(LatinName.slug(name)).isEqualTo(slug);
	}

	@ParameterizedTest
	@CsvSource({ "Talk, talk, talk-2", "🦊, category, category-2",
			"123456789 123456789 123456789 123456789 1 23, 123456789-123456789-123456789-123456789-1-23, 123456789-123456789-123456789-123456789-2",
			"a b c d e f g h i j k l m n o p q r s t u v w x y, a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y, a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-2" })
	void takenSlugIsNumbered(String name, String first, String second) {
		assertThat(LatinName.freeSlug(name, "category", (slug) -> false)).isEqualTo(first);
		assertThat(LatinName.freeSlug(name, "category", first::equals)).isEqualTo(second);
	}

	@ParameterizedTest
	@CsvSource({ "Alice, aLICE", "ALICE, ａｌｉｃｅ", "Straße, STRASSE", "Ōe, ŌE", "ﬁona, FIONA", "İpek, IPEK", "IŞIK, ışık",
			"Σίσυφος, ΣΊΣΥΦΟΣ" })
	void foldedNamesAreEqual(String one, String other) {
		assertThat(LatinName.fold(one)).isEqualTo(LatinName.fold(other));
	}

}
