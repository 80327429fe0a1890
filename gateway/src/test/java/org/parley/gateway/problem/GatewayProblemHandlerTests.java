package org.parley.gateway.problem;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayProblemHandlerTests {

	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 1", "1000, 1", "1001, 2", "59999, 60" })
	void retryAfterIsRoundedUp(long millis, String seconds) {
		var headers = new HttpHeaders();
		var refusal = new GatewayProblemException(HttpStatus.TOO_MANY_REQUESTS, "rate.limited", "Too much.",
				Duration.ofMillis(millis));
		GatewayProblemHandler.describe(refusal, new HttpHeaders(), headers);
		assertThat(headers.getFirst("Retry-After")).isEqualTo(seconds);
	}

	@ParameterizedTest
	@CsvSource({ "Bearer x, auth.token-revoked, Bearer error=\"invalid_token\"",
			"DPoP x, auth.token-revoked, DPoP error=\"invalid_token\"", "dpop x, auth.required, DPoP",
			"DPoPx, auth.required, Bearer", "'', auth.required, Bearer" })
	void challengeUsesSchemeOfRequest(String authorization, String code, String challenge) {
		var request = new HttpHeaders();
		request.set("Authorization", authorization);
		var headers = new HttpHeaders();
		GatewayProblemHandler.describe(new GatewayProblemException(HttpStatus.UNAUTHORIZED, code, "No."), request,
				headers);
		assertThat(headers.getFirst("WWW-Authenticate")).isEqualTo(challenge);
	}

}
