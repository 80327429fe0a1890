package org.parley.platform.web.problem;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class ChallengeTests {

	/** RFC 9110, 15.5.2: each 401 has a challenge, and nothing else has one. */
	@ParameterizedTest
	@EnumSource
	void unauthenticatedRefusalHasAChallenge(RefusalKind kind) {
		var answer = Problems.entity(new RefusalException(kind, "a.code", "A detail."));
		assertThat(answer.getHeaders().containsHeader(HttpHeaders.WWW_AUTHENTICATE))
			.isEqualTo(answer.getStatusCode().value() == 401);
	}

}
