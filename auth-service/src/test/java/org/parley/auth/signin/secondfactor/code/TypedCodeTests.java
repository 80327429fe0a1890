package org.parley.auth.signin.secondfactor.code;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypedCodeTests {

	/** Keyboards of other scripts, and what apps and mails put around codes. */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "123456, 123456", "123 456, 123456", "\" 123456 \", 123456", "123\u00A0456, 123456",
					"123\u202F456, 123456", "123-456, 123456", "123‑456, 123456", "１２３４５６, 123456", "１２３　４５６, 123456",
					"١٢٣٤٥٦, 123456", "۱۲۳۴۵۶, 123456", "१२३४५६, 123456", "১২৩৪৫৬, 123456", "๑๒๓๔๕๖, 123456",
					"\u202A123456\u202C, 123456", "\u200B123456, 123456", "123456., 123456",
					"ABCDEF-123456, abcdef123456", "ＡＢＣ－１２３, abc123", "\"\", \"\"" })
	void codeIsReadAsTyped(String typed, String plain) {
		assertThat(TypedCode.plain(typed)).isEqualTo(plain);
	}

}
