package org.parley.auth.signin.admission.rules;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.user.Role;
import org.parley.platform.domain.RefusalException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistrationRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "a@trash.example", "A@TRASH.example", "a@mx.trash.example", "a@b.c.trash.example",
			"\"a@b\"@trash.example", "a@müll.example", "a@xn--mll-hoa.example", "a@MÜLL.example", "a@x.müll.example" })
	void addressOfBlockedDomainIsRefused(String email) {
		var rules = blocking("Trash.example", " müll.example ");
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> rules.requirePermitted(email))
			.satisfies((refusal) -> assertThat(refusal.errors()).singleElement()
				.matches((error) -> error.code().equals("email.domain-blocked") && error.field().equals("email")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a@nottrash.example", "a@trash.example.org", "trash.example@example.org",
			"a@trash-example", "a@example", "a@trash.examples" })
	void otherAddressIsPermitted(String email) {
		assertThatCode(() -> blocking("trash.example").requirePermitted(email)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "example", "@example.org", "*.example.org", "https://example.org", "a b.example",
			"example..org", ".example.org", "example.org.", "-a.example", "a@b.example" })
	void domainThatIsNoneIsRefused(String domain) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(() -> blocking("example.net", domain))
			.satisfies((refusal) -> assertThat(refusal.errors().getFirst().field()).isEqualTo("blockedDomains[1]"));
	}

	@Test
	void domainsAreSortedAndUnique() {
		assertThat(blocking("b.example", "A.example", "a.EXAMPLE").blockedDomains()).containsExactly("a.example",
				"b.example");
	}

	@ParameterizedTest
	@CsvSource({ "open, user, USER, true", "open, moderator, USER, false", "open, moderator, MODERATOR, true",
			"open, moderator, ADMIN, true", "open, admin, MODERATOR, false", "open, , MODERATOR, false",
			"open, , ADMIN, true", "invitation, user, USER, true", "approval, admin, ADMIN, true",
			"closed, user, ADMIN, false" })
	void inviterNeedsTheRole(String mode, @Nullable String inviters, Role role, boolean permitted) {
		var rules = new RegistrationRules(mode, inviters, null, null, null, null).completed();
		assertThat(rules.mayInvite(role)).isEqualTo(permitted);
	}

	private static RegistrationRules blocking(String... domains) {
		return new RegistrationRules("open", null, null, List.of(domains), null, null).completed();
	}

}
