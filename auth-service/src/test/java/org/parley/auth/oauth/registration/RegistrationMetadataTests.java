package org.parley.auth.oauth.registration;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.oauth.client.AppKind;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RegistrationMetadataTests {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private static final List<String> ALLOWED = List.of("openid", "threads:read");

	@Test
	void metadataIsConverted() {
		var described = described("""
				{"client_name": "Reader", "client_uri": "https://a.example", "logo_uri": "https://a.example/l.png",
				 "redirect_uris": ["https://a.example/back"], "post_logout_redirect_uris": ["https://a.example/bye"],
				 "scope": "openid  profile ", "token_endpoint_auth_method": "client_secret_post",
				 "grant_types": ["refresh_token", "authorization_code"], "response_types": ["code"],
				 "application_type": "web", "subject_type": "public", "id_token_signed_response_alg": "RS256",
				 "dpop_bound_access_tokens": true, "require_pushed_authorization_requests": true,
				 "tls_client_certificate_bound_access_tokens": false, "contacts": ["a@a.example"], "jwks": null,
				 "tos_uri": "https://a.example/tos", "software_id": 7, "client_name#de": "Leser", "surprise": {}}""");
		assertThat(described.method()).isEqualTo("client_secret_post");
		var terms = described.terms();
		assertThat(terms.name()).isEqualTo("Reader");
		assertThat(terms.description()).isEmpty();
		assertThat(terms.homePage()).isEqualTo("https://a.example");
		assertThat(terms.logoUrl()).isEqualTo("https://a.example/l.png");
		assertThat(terms.kind()).isEqualTo(AppKind.WEB);
		assertThat(terms.redirectUris()).containsExactly("https://a.example/back");
		assertThat(terms.postLogoutRedirectUris()).containsExactly("https://a.example/bye");
		assertThat(terms.scopes()).containsExactly("openid", "profile");
		assertThat(terms.dpopRequired()).isTrue();
		assertThat(terms.parRequired()).isTrue();
	}

	@Test
	void absentMetadataHasStandardDefaults() {
		var described = described("{\"client_name\": \"Reader\", \"redirect_uris\": null}");
		assertThat(described.method()).isEqualTo("client_secret_basic");
		assertThat(described.terms().kind()).isEqualTo(AppKind.WEB);
		assertThat(described.terms().redirectUris()).isEmpty();
		assertThat(described.terms().homePage()).isNull();
		assertThat(described.terms().scopes()).as("the scopes of the token").isEqualTo(ALLOWED);
		assertThat(described.terms().dpopRequired()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "openid offline_access openid, openid", "groups openid  profile, openid profile",
			"offline_access, offline_access" })
	void unknownScopesAreIgnoredBesideKnownOnes(String requested, String known) {
		var described = described("{\"client_name\": \"A\", \"scope\": \"%s\"}".formatted(requested));
		assertThat(described.terms().scopes()).containsExactly(known.split(" ", -1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{}                                                                                      | WEB     | client_secret_basic
					{"token_endpoint_auth_method": "client_secret_basic"}                                   | WEB     | client_secret_basic
					{"token_endpoint_auth_method": "none"}                                                  | NATIVE  | none
					{"token_endpoint_auth_method": "none", "application_type": "web"}                       | NATIVE  | none
					{"application_type": "native"}                                                          | NATIVE  | none
					{"application_type": "native", "token_endpoint_auth_method": "client_secret_post"}      | WEB     | client_secret_post
					{"grant_types": ["authorization_code"], "response_types": ["code"]}                     | WEB     | client_secret_basic
					{"grant_types": ["client_credentials"]}                                                 | SERVICE | client_secret_basic
					{"grant_types": ["client_credentials"], "token_endpoint_auth_method": "client_secret_post", "response_types": []} | SERVICE | client_secret_post
					{"grant_types": ["urn:ietf:params:oauth:grant-type:device_code"]}                       | DEVICE  | none
					{"grant_types": ["urn:ietf:params:oauth:grant-type:device_code", "refresh_token"], "token_endpoint_auth_method": "none"} | DEVICE | none
					""")
	void kindFollowsGrantTypesAndMethod(String said, AppKind kind, String method) {
		var described = described(named(said));
		assertThat(described.terms().kind()).isEqualTo(kind);
		assertThat(described.method()).isEqualTo(method);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"client_name": 7}                                              | client_name must be a string
					{"redirect_uris": "https://a.example/back"}                     | redirect_uris must be a list of strings
					{"redirect_uris": [7]}                                          | redirect_uris must be a list of strings
					{"redirect_uris": [null]}                                       | redirect_uris must be a list of strings
					{"redirect_uris": {}}                                           | redirect_uris must be a list of strings
					{"post_logout_redirect_uris": [["a"]]}                          | post_logout_redirect_uris must be a list of strings
					{"scope": ["openid"]}                                           | scope must be a string
					{"client_uri": {}}                                              | client_uri must be a string
					{"logo_uri": false}                                             | logo_uri must be a string
					{"dpop_bound_access_tokens": "true"}                            | dpop_bound_access_tokens must be true or false
					{"require_pushed_authorization_requests": 1}                    | require_pushed_authorization_requests must be true or false
					{"application_type": "desktop"}                                 | application_type must be web or native
					{"application_type": []}                                        | application_type must be a string
					{"token_endpoint_auth_method": "private_key_jwt"}               | token_endpoint_auth_method must be client_secret_basic or client_secret_post for this app
					{"token_endpoint_auth_method": "client_secret_jwt"}             | token_endpoint_auth_method must be client_secret_basic or client_secret_post for this app
					{"token_endpoint_auth_method": "tls_client_auth"}               | token_endpoint_auth_method must be client_secret_basic or client_secret_post for this app
					{"token_endpoint_auth_method": ["none"]}                        | token_endpoint_auth_method must be a string
					{"token_endpoint_auth_method": "none", "grant_types": ["client_credentials"]} | token_endpoint_auth_method must be client_secret_basic or client_secret_post for this app
					{"token_endpoint_auth_method": "client_secret_post", "grant_types": ["urn:ietf:params:oauth:grant-type:device_code"]} | token_endpoint_auth_method must be none for this app
					{"response_types": ["token"]}                                   | response_types must be code
					{"response_types": ["code", "id_token"]}                        | response_types must be code
					{"response_types": []}                                          | response_types must be code
					{"response_types": "code"}                                      | response_types must be a list of strings
					{"response_types": ["code"], "grant_types": ["client_credentials"]} | response_types must be empty for this app
					{"subject_type": "pairwise"}                                    | subject_type must be public
					{"subject_type": 7}                                             | subject_type must be a string
					{"id_token_signed_response_alg": "none"}                        | id_token_signed_response_alg must be RS256
					{"id_token_signed_response_alg": "ES256"}                       | id_token_signed_response_alg must be RS256
					{"tls_client_certificate_bound_access_tokens": true}            | tls_client_certificate_bound_access_tokens is not supported
					{"require_signed_request_object": true}                         | require_signed_request_object is not supported
					{"require_signed_request_object": "no"}                         | require_signed_request_object must be true or false
					{"jwks": {"keys": []}}                                          | jwks is not supported
					{"jwks_uri": "https://a.example/jwks"}                          | jwks_uri is not supported
					{"default_max_age": 60}                                         | default_max_age is not supported
					{"backchannel_logout_uri": "https://a.example/out"}             | backchannel_logout_uri is not supported
					{"userinfo_signed_response_alg": "RS256"}                       | userinfo_signed_response_alg is not supported
					{"request_uris": []}                                            | request_uris is not supported
					{"sector_identifier_uri": "https://a.example/s"}                | sector_identifier_uri is not supported
					""")
	void invalidPropertyIsNamed(String said, String message) {
		assertThatExceptionOfType(RefusedMetadataException.class).isThrownBy(() -> described(named(said)))
			.satisfies((ex) -> {
				assertThat(ex.body().get("error_description")).isEqualTo(message);
				assertThat(ex.body().get("error")).isEqualTo(
						message.startsWith("redirect_uris") ? "invalid_redirect_uri" : "invalid_client_metadata");
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "[\"implicit\"]", "[\"password\"]", "[]", "[\"refresh_token\"]",
			"[\"authorization_code\", \"client_credentials\"]", "[\"client_credentials\", \"refresh_token\"]",
			"[\"authorization_code\", \"implicit\"]", "[\"urn:ietf:params:oauth:grant-type:jwt-bearer\"]",
			"[\"urn:ietf:params:oauth:grant-type:token-exchange\"]" })
	void otherGrantTypesAreRefused(String grants) {
		assertThatExceptionOfType(RefusedMetadataException.class)
			.isThrownBy(() -> described(named("{\"grant_types\": %s}".formatted(grants))))
			.satisfies((ex) -> assertThat(ex.getMessage()).startsWith("grant_types must be one of"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "\"a\"", "7", "{", "{}}", "{\"a\": 1, \"a\": 2}", "{'a': 1}", "NaN",
			"\u0000" })
	void bodyMustBeAnObject(String body) {
		assertThatExceptionOfType(RefusedMetadataException.class).isThrownBy(() -> described(body))
			.withMessage("the body must be a JSON object");
		assertThatExceptionOfType(RefusedMetadataException.class).isThrownBy(() -> RegistrationJson.read(null, JSON));
	}

	@Test
	void nameIsRequired() {
		assertThatExceptionOfType(RefusedMetadataException.class).isThrownBy(() -> described("{}"))
			.withMessage("client_name is required");
	}

	private static RegistrationMetadata described(String json) {
		return RegistrationMetadata.of(RegistrationJson.read(json.getBytes(StandardCharsets.UTF_8), JSON), ALLOWED);
	}

	private static String named(String said) {
		var object = (ObjectNode) JSON.readTree(said);
		return (object.has("client_name") ? object : object.put("client_name", "Reader")).toString();
	}

}
