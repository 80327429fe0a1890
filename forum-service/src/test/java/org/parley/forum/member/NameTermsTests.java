package org.parley.forum.member;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameTermsTests {

	/** Terms that are stored stay until an event of the account. */
	@ParameterizedTest
	@CsvSource({ "Gülşən Əliyev, gulsen, eliyev, gulsən, əliyev", "Anna ŊÉ-Ɔ, ne, o, ŋe, ɔ",
			"Səlimxanlı Ɛ, selimxanli, e, səlimxanli, ɛ" })
	void nameIsFoundByItsSpellingInBothFoldings(String text, String word, String last, String unfolded,
			String lastUnfolded) {
		assertThat(criteria(text)).contains("nameTerms=" + word + "}", "$gte=" + last + ",",
				"nameTerms=" + unfolded + "}", "$gte=" + lastUnfolded + ",");
	}

	@Test
	void otherNamesHaveOneFolding() {
		assertThat(criteria("Jörg Müller")).contains("nameTerms=jorg}", "$gte=muller,").doesNotContain("$or");
		assertThat(NameTerms.beginningWith("Əliyev.")).isEmpty();
	}

	private static String criteria(String text) {
		return NameTerms.beginningWith(text).orElseThrow().getCriteriaObject().toString();
	}

}
