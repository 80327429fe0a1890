package org.parley.notification.contact;

import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class IsolatedTextTests {

	/** Hebrew, Arabic, Thaana and Adlam turn any sentence; in Arabic, most others do. */
	@ParameterizedTest
	@CsvSource({ "en, Alice, false", "en, Mira!, false", "en, 日本 (東京), false", "en, 'דנה (שלום)!', true",
			"en, محمد, true", "en, 'C++ und שלום', true", "de, ދިވެހި, true", "de, 𞤀𞤣𞤤𞤢𞤥, true",
			"ar, Alice, false", "ar, Ana María 2, false", "ar, Mira!, true", "ar, C++, true", "ar, 3D, true",
			"ar, 日本, true", "ar, محمد, true", "he, Mira-, true", "fa, '', false" })
	void textIsIsolatedWhereItWouldTurn(String language, String text, boolean isolated) {
		var expected = isolated ? "\u2068" + text + "\u2069" : text;
		assertThat(IsolatedText.in(Locale.forLanguageTag(language), text)).isEqualTo(expected);
	}

}
