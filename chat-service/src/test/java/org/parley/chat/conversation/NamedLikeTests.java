package org.parley.chat.conversation;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamedLikeTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			Balcony, BALC
			Balcony, cony
			Café Größe, cafe
			Café Größe, cafe\u0301
			Café Größe, grosse
			Café Größe, groesse
			Café Größe, Größe Café
			Cafe\u0301, café
			Ёлка, елка
			שָׁלוֹם, שלום
			İstanbul Odası, istanbul oda
			Straßenfest, strassenfest
			Straßenfest, STRAẞE
			ｗｉｄｅ Room, wide
			Łódź, lodz
			Gülşən, gulsen
			O’Reilly’s, o'reilly
			O’Reilly’s, oreilly
			E\u0301cole, ecole
			日本語の部屋, 日本
			C++, c++
			Wi-Fi, wifi
			🎉 Party, 🎉
			a & b, &
			a & b, b a
			Plan Bravo, plan b
			日本語の部屋, 日
			""")
	void nameIsFound(String name, String text) {
		assertThat(new NamedLike(text).test(name)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			Balcony, garden
			Balcony, balcony garden
			Café, tee
			Room, !
			日本語, 中国
			Room, '
			Room, ’
			Balcony, a b
			Балкон, а б
			""")
	void otherNameIsNotFound(String name, String text) {
		assertThat(new NamedLike(text).test(name)).isFalse();
	}

}
