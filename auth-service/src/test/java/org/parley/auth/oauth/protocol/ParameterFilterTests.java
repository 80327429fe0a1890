package org.parley.auth.oauth.protocol;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class ParameterFilterTests {

	/** RFC 6749, 3.1 and 3.2. The consent form alone has a field for each scope. */
	@ParameterizedTest
	@CsvSource({ "POST, /oauth2/authorize, client_id=a&state=b, true",
			"POST, /oauth2/device_verification, client_id=a&state=b, true",
			"POST, /oauth2/device_verification, user_code=BCDF-BCDF, false",
			"POST, /oauth2/authorize, client_id=a&state=b&response_type=code, false",
			"POST, /oauth2/authorize, client_id=a, false", "GET, /oauth2/authorize, client_id=a&state=b, false",
			"POST, /oauth2/token, grant_type=client_credentials&state=b, false",
			"POST, /oauth2/device_authorization, client_id=a&state=b, false",
			"POST, /oauth2/par, client_id=a&state=b&response_type=code, false" })
	void scopeIsRepeatedInConsentOnly(String method, String path, String others, boolean accepted) {
		assertThat(ParameterFilter.isValid(request(method, path, others + "&scope=openid"))).isTrue();
		assertThat(ParameterFilter.isValid(request(method, path, others + "&scope=openid&scope=email")))
			.isEqualTo(accepted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "client_id", "state", "redirect_uri", "resource" })
	void otherParametersAreNeverRepeated(String name) {
		var request = request("POST", "/oauth2/authorize", "client_id=a&state=b");
		request.setParameter(name, "a", "a");
		assertThat(ParameterFilter.isValid(request)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "POST, /oauth2/par, client_id=a, false", "POST, /oauth2/par, response_type=code, true",
			"GET, /oauth2/device_verification, user_code=a, true",
			"GET, /oauth2/device_verification, user_code=a&state=b, false",
			"POST, /oauth2/device_verification, user_code=a&state=b, true", "GET, /oauth2/authorize, state=b, true",
			"POST, /oauth2/token, dpop_proof=a, false", "POST, /oauth2/token, dpop_method=a, false",
			"POST, /oauth2/token, dpop_target_uri=a, false", "POST, /oauth2/token, dpop_jkt=a, true" })
	void endpointsAcceptTheirParameters(String method, String path, String parameters, boolean accepted) {
		assertThat(ParameterFilter.isValid(request(method, path, parameters))).isEqualTo(accepted);
	}

	@ParameterizedTest
	@CsvSource({ "Basic YTpi, client_id=a&client_secret=b, false", "basic YTpi, client_secret=b, false",
			"Basic YTpi, client_id=a, true", "DPoP x, client_id=a&client_secret=b, true",
			"'', client_id=a&client_secret=b, true" })
	void clientAuthenticatesInOneWay(String authorization, String parameters, boolean accepted) {
		var request = request("POST", "/oauth2/token", parameters);
		request.addHeader("Authorization", authorization);
		assertThat(ParameterFilter.isValid(request)).isEqualTo(accepted);
	}

	@Test
	void valuesAreShortAndPlain() {
		for (var value : Map
			.of("", true, "ä ~", true, "a".repeat(8_192), true, "a".repeat(8_193), false, "a\nb", false, "a\0", false,
					"\u007f", false)
			.entrySet()) {
			var request = request("GET", "/oauth2/authorize", "client_id=a");
			request.setParameter("state", value.getKey());
			assertThat(ParameterFilter.isValid(request)).as(value.getKey()).isEqualTo(value.getValue());
		}
	}

	@Test
	void postWithQueryIsRefused() {
		var request = request("POST", "/oauth2/token", "grant_type=client_credentials");
		request.setQueryString("");
		assertThat(ParameterFilter.isValid(request)).isTrue();
		request.setQueryString("grant_type=client_credentials");
		assertThat(ParameterFilter.isValid(request)).isFalse();
	}

	private static MockHttpServletRequest request(String method, String path, String parameters) {
		var request = new MockHttpServletRequest(method, path);
		UriComponentsBuilder.newInstance()
			.query(parameters)
			.build()
			.getQueryParams()
			.forEach((name, values) -> request.setParameter(name, values.toArray(String[]::new)));
		return request;
	}

}
