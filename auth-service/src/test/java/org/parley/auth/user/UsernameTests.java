package org.parley.auth.user;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UsernameTests {

	@ParameterizedTest
	@ValueSource(strings = { "admin", "ADMIN", "Adm1n", "adrnin", "a-d-m-i-n", "m0derator", "r00t", "system", "5ystem",
			"parley", "par1ey", "m_e", "deleted_user", "directory" })
	void nameConfusableWithReservedNameIsRefused(String name) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> Username.chosen(name))
			.satisfies((problem) -> assertThat(problem.errors()).singleElement()
				.satisfies((error) -> assertThat(error.code()).isEqualTo("username.reserved")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "admin", "Administrator", "root", "owner", "alice" })
	void firstAdministratorMayTakeAdministratorName(String name) {
		assertThat(Username.ofAdministrator("admin.username", name).text()).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "me", "users", "api", "deleted_user", "moderator", "Adm1n" })
	void otherReservedNameIsRefusedForFirstAdministrator(String name) {
		assertThatExceptionOfType(RefusalException.class)
			.isThrownBy(() -> Username.ofAdministrator("admin.username", name))
			.satisfies((problem) -> assertThat(problem.errors()).singleElement()
				.satisfies((error) -> assertThat(error.field()).isEqualTo("admin.username")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "alice", "Bob-2", "admiral", "roots", "modern", "x_y" })
	void unreservedNameIsAccepted(String name) {
		assertThat(Username.chosen(name).text()).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource({ "Alice Liddell, alice-liddell", "Ännchen von Tharau, annchen-von-tharau", "  --Zoë!, zoe",
			"佐藤, zuo-teng", "王小明, wang-xiao-ming", "علی‌رضا, lyrda", "👨‍👩‍👧‍👦 of four, of-four", "Łukasz, lukasz",
			"Søren, soren", "Đặng, dang", "محمد, mhmd", "Дмитрий Иванов, dmitrij-ivanov", "O’Brien, obrien",
			"🦊, member", "X, member", "Admin, member", "Админ, member", "\u3164, member",
			"The Moderator of All, the-moderator-of-all",
			"An Extraordinarily Long Display Name, an-extraordinarily-long-displa" })
	void displayNameSuggestsUsername(String name, String suggested) {
		assertThat(Username.suggestedBy(name).text()).isEqualTo(suggested);
	}

	@Test
	void suffixShortensLongName() {
		assertThat(new Username("a".repeat(30)).withSuffix("-x1y2").text()).isEqualTo("a".repeat(25) + "-x1y2");
		assertThat(new Username("bob").withSuffix("-x1y2").text()).isEqualTo("bob-x1y2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "aLICE", "ＡＬＩＣＥ", "ａlice", "𝓐lice", "ali\u00adce" })
	void keyIgnoresCaseAndWidth(String typed) {
		assertThat(Username.keyOf(typed)).isEqualTo(new Username("Alice").key());
		assertThat(Users.loginKeyOf(typed)).isEqualTo("alice");
	}

	@ParameterizedTest
	@CsvSource({ "@Alice, alice", "＠Alice, alice", "＠ａｌｉｃｅ, alice", "@a@e.org, a@e.org", "a＠e.org, a@e.org",
			"＠a＠e.org, a@e.org" })
	void signBeforeNameIsNoPartOfLogin(String typed, String key) {
		assertThat(Users.loginKeyOf(typed)).isEqualTo(key);
	}

	@Test
	void loginKeyOfAddressHasDomainInAscii() {
		assertThat(Users.loginKeyOf("User@MÜLLER.example")).isEqualTo("user@xn--mller-kva.example");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ab", "a b c", "ünal", "a.b.c", "aaaaaaaaaabbbbbbbbbbccccccccccd" })
	void malformedNameIsNotUsername(String name) {
		assertThat(Username.isFormed(name)).isFalse();
	}

}
