package org.parley.auth.oauth.request;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.oauth2.core.OAuth2Error;

import static org.assertj.core.api.Assertions.assertThat;

class AppAnswerTests {

	@ParameterizedTest
	@CsvSource(nullValues = "null",
			value = { "OAuth 2.0 Parameter: response_type, The parameter response_type is missing or invalid.",
					"code_challenge_method must be S256., code_challenge_method must be S256.", "'', null",
					"null, null" })
	void errorIsDescribedInSentence(@Nullable String description, @Nullable String told) {
		assertThat(AppAnswer.describe(new OAuth2Error("invalid_request", description, null)).orElse(null))
			.isEqualTo(told);
	}

}
