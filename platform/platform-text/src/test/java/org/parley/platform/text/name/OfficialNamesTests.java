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
			"Carol – Forum Moderator", "Модератор: Иван", "Dan «the Аdmin»", "Eve · Parley Team", "{mod} Finn",
			"Admin1", "Admin 1", "Admin_2", "Moderator2", "Moderator #3", "Parley1", "Adm1n7", "Forum-Team",
			"Ivan (Admin 2)", "gelöschter Nutzer", "Gelöschter Nutzer", "utilisateur supprimé", "usuario eliminado",
			"usuário excluído", "silinmiş kullanıcı", "مستخدم محذوف", "削除されたユーザー" })
	void nameOfStaffInAnyDisguiseIsOfficial(String name) {
		assertThat(OfficialNames.isOfficial(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Alice", "Adrian", "Admiral Ackbar", "Modi", "Moda", "Modesto Root", "Parley Pratt",
			"Rooter", "The Moderator of All Things", "Bot", "User", "Forum Friend", "佐藤", "Управдом", "Sven Admin-Holm",
			"🦊", "محمد", "Amir", "Steam", "Dr. Support-Hose", "Ownership", "Ada", "Ann (she/her)", "Jean-Luc | photos",
			"Elihu Root (statesman)", "Bo – of the north", "Kim: bot", "Modi 2", "Rooter 66", "Alice 1", "Bot 7",
			"Anonymous 12", "nobody2000", "Null 0", "Everyone 7", "1337", "A1", "Admiral 3", "Elihu Root 2" })
	void otherNameIsNotOfficial(String name) {
		assertThat(OfficialNames.isOfficial(name)).isFalse();
	}

}
