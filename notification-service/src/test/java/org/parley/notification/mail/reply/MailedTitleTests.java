package org.parley.notification.mail.reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailedTitleTests {

	@ParameterizedTest
	@CsvSource({ "Re: Tomatoes,Tomatoes", "Fwd: Re: Tomatoes,Tomatoes", "RE[2]: FW : Tomatoes,Tomatoes",
			"Re (3): Tomatoes,Tomatoes", "Re^2: Tomatoes,Tomatoes", "AW: WG: Tomaten,Tomaten",
			"Antwort: Tomaten,Tomaten", "回复：西红柿,西红柿", "返信: トマト,トマト", "رد: طماطم,طماطم", "Ynt: İlt: Domates,Domates",
			"RE:RE:RE: a b c,a b c" })
	void wordsOfProgramsAreCut(String subject, String title) {
		assertThat(MailedTitle.of(subject)).isEqualTo(title);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PHP: how to start", "Java: Re: zero", "Wie: so?", "iOS: it crashes", "Reply: none",
			"R: a language", "C: pointers", "こと: 質問" })
	void wordsOfAuthorsStay(String subject) {
		assertThat(MailedTitle.of(subject)).isEqualTo(subject);
	}

	@Test
	void titleHasOneLine() {
		assertThat(MailedTitle.of(" Two\r\n lines\tand\u0000 \uD83D halves ")).isEqualTo("Two lines and halves");
		assertThat(MailedTitle.of("\u202bRe: \u2068Tomatoes\u2069\ufffe\u200f!\u202c")).isEqualTo("Tomatoes\u200f!");
	}

	@ParameterizedTest
	@CsvSource({ "'',...", "Re: ,...", "Hi,Hi...", "😀😀,😀😀...", "Why,Why" })
	void titleHasThreeCharacters(String subject, String title) {
		assertThat(MailedTitle.of(subject)).isEqualTo(title);
	}

	@Test
	void titleEndsBetweenCharacters() {
		var family = "👨‍👩‍👧‍👦";
		assertThat(MailedTitle.of(family.repeat(200))).isEqualTo(family.repeat(200));
		assertThat(MailedTitle.of(family.repeat(201))).isEqualTo(family.repeat(199) + "…");
		assertThat(MailedTitle.of("x" + "😀".repeat(300))).isEqualTo("x" + "😀".repeat(198) + "…");
	}

}
