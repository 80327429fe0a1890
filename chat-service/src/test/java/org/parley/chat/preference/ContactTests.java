package org.parley.chat.preference;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContactTests {

	@ParameterizedTest
	@CsvSource({
			// the preferences of two others, who of them follow the person, and the
			// outcome
			"EVERYONE, EVERYONE, '', OPEN", "FOLLOWING, EVERYONE, '', NOT_ACCEPTED", "FOLLOWING, EVERYONE, anna, OPEN",
			"FOLLOWING, EVERYONE, ben, NOT_ACCEPTED", "FOLLOWING, FOLLOWING, anna, NOT_ACCEPTED",
			"FOLLOWING, FOLLOWING, anna ben, OPEN", "NOBODY, EVERYONE, anna ben, NOT_ACCEPTED",
			"NOBODY, FOLLOWING, anna ben, NOT_ACCEPTED" })
	void allOthersMustAcceptMessages(AllowedWriters annas, AllowedWriters bens, String followers, Contact expected) {
		var selective = List.of(new ChatPreference("anna", annas, null), new ChatPreference("ben", bens, null))
			.stream()
			.filter((preference) -> preference.writers() != AllowedWriters.EVERYONE)
			.toList();
		assertThat(Contact.of(selective, (_) -> Set.of(followers.split(" ")))).isEqualTo(expected);
	}

}
