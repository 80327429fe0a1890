package org.parley.platform.text.name;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OfficialNamesTests {

	@ParameterizedTest
	@ValueSource(strings = { "Admin", "ADMIN", "Adm1n", "Adrnin", "A d m i n", "[Admin]", "Admin ✓", "★ Moderator ★",
			"Аdmin", "АDМIN", "Αdmin", "Ⓐⓓⓜⓘⓝ", "𝐀𝐝𝐦𝐢𝐧", "Ａｄｍｉｎ", "Àdmín", "аdmіn", "The Admins", "Parley",
			"Раrlеу", "Parley Team", "Parley Support", "Forum Moderator", "Official Parley Support", "M0derat0r",
			"Staff", "Root", "Administrator", "Administratorin", "Modérateur", "Модератор", "管理员", "管理者", "مشرف",
			"Deleted user", "System", "S𝗎pport", "Адмін", "Alice (Moderator)", "[Staff] Bob", "Alice | Admin",
			"Carol – Forum Moderator", "Модератор: Иван", "Dan «the Аdmin»", "Eve · Parley Team", "{mod} Finn" })
	void nameOfStaffInAnyDisguiseIsOfficial(String name) {
		assertThat(OfficialNames.isOfficial(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Alice", "Adrian", "Admiral Ackbar", "Modi", "Moda", "Modesto Root", "Parley Pratt",
			"Rooter", "The Moderator of All Things", "Bot", "User", "Forum Friend", "佐藤", "Управдом", "Sven Admin-Holm",
			"🦊", "محمد", "Amir", "Steam", "Dr. Support-Hose", "Ownership", "Ada", "Ann (she/her)", "Jean-Luc | photos",
			"Elihu Root (statesman)", "Bo – of the north", "Kim: bot" })
	void otherNameIsNotOfficial(String name) {
		assertThat(OfficialNames.isOfficial(name)).isFalse();
	}

}
