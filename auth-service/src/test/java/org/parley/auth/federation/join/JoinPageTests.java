package org.parley.auth.federation.join;

import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.federation.protocol.ProviderAccount;
import org.parley.platform.domain.RefusalException;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JoinPageTests {

	private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages", Locale.ROOT);

	private final Validator validator = validator();

	@ParameterizedTest
	@CsvSource({ "Nora Helmer, nora, Nora Helmer", "Parley Team, nora, nora", "Admin, moderator, ''",
			"a\u200bb, nora, nora", "\u202eevil, nora, nora", "'\u00a0', \u3164, ''" })
	void proposedNameMayBeChosen(String name, String username, String proposed) {
		assertThat(JoinPage.nameOf(new ProviderAccount("https://issuer.example", "1", null, false, name, username,
				Instant.EPOCH, null, null)))
			.isEqualTo(proposed);
	}

	@ParameterizedTest
	@CsvSource({ "a, Nora, nora@example.org, username", "with space, Nora, nora@example.org, username",
			"nora, '', nora@example.org, name", "nora, Nora, nobody, email", "nora, Nora, '', email" })
	void malformedFieldIsInvalid(String username, String name, String email, String field) {
		assertThat(this.validator.validate(new JoinForm(username, name, email, "", false))).singleElement()
			.satisfies((violation) -> assertThat(violation.getPropertyPath()).hasToString(field));
		assertThat(MESSAGES.containsKey("join." + field + ".invalid")).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "admin, Nora, username", "nora, Admin, name" })
	void reservedNameIsShownAtItsField(String username, String name, String field) {
		var form = new JoinForm(username, name, "nora@example.org", "", false);
		var refusal = catchThrowableOfType(RefusalException.class, () -> form.newcomer(Locale.ENGLISH));
		var page = JoinPage.refused(new ModelAndView(), refusal);
		assertThat(page.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
		assertThat(page.getModel()).containsEntry("field", field);
		assertThat(MESSAGES.containsKey("join." + page.getModel().get("error"))).isTrue();
	}

	private static Validator validator() {
		try (var factory = Validation.buildDefaultValidatorFactory()) {
			return factory.getValidator();
		}
	}

}
