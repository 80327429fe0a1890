package org.parley.chat.preference;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContactTests {

	@ParameterizedTest
	@CsvSource({
			// the preferences of two others, who of them follow the person, and who of
			// them refuses
			"EVERYONE, EVERYONE, '', ''", "FOLLOWING, EVERYONE, '', anna", "FOLLOWING, EVERYONE, anna, ''",
			"FOLLOWING, EVERYONE, ben, anna", "FOLLOWING, FOLLOWING, anna, ben", "FOLLOWING, FOLLOWING, anna ben, ''",
			"NOBODY, EVERYONE, anna ben, anna", "NOBODY, FOLLOWING, anna ben, anna", "NOBODY, NOBODY, '', anna ben" })
	void othersRefuseMessagesByTheirPreference(AllowedWriters annas, AllowedWriters bens, String followers,
			String refusing) {
		var selective = List.of(new ChatPreference("anna", annas, null), new ChatPreference("ben", bens, null))
			.stream()
			.filter((preference) -> preference.writers() != AllowedWriters.EVERYONE)
			.toList();
		assertThat(String.join(" ", new TreeSet<>(Contact.refusing(selective, (_) -> Set.of(followers.split(" "))))))
			.isEqualTo(refusing);
	}

}
