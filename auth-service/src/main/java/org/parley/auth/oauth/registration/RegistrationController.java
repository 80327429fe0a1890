package org.parley.auth.oauth.registration;

import java.net.URI;
import java.util.Map;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.endpoint.ProviderEndpoints;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.web.problem.Problems;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Dynamic client registration and its management, with the responses of the standards.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591">RFC 7591</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7592">RFC 7592</a>
 */
@Hidden
@RestController
@RequestMapping(RegistrationController.PATH)
class RegistrationController {

	static final String PATH = ProviderEndpoints.REGISTRATION;

	private static final String BEARER = "Bearer ";

	private final RegisterClientDynamically registerClient;

	private final URI issuer;

	RegistrationController(RegisterClientDynamically registerClient, @Value("${parley.public-url}") URI issuer) {
		this.registerClient = registerClient;
		this.issuer = issuer;
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<?> register(@RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
			@RequestBody(required = false) byte @Nullable [] body, ClientDevice clientDevice) {
		return this.registerClient.register(token(authorization), body, clientDevice)
			.<ResponseEntity<?>>map(
					(registered) -> response(HttpStatus.CREATED).body(ClientInformation.of(registered.app().app(),
							registered.app().secret(), registered.token(), address(registered.app().app().id()))))
			.orElseGet(() -> unauthorized(authorization));
	}

	@GetMapping("/{id}")
	ResponseEntity<?> read(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
		var token = token(authorization);
		return this.registerClient.find(id, token)
			.<ResponseEntity<?>>map(
					(app) -> response(HttpStatus.OK).body(ClientInformation.of(app, null, token, address(id))))
			.orElseGet(() -> unauthorized(authorization));
	}

	@DeleteMapping("/{id}")
	ResponseEntity<?> remove(@PathVariable String id,
			@RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
			ClientDevice clientDevice) {
		return this.registerClient.remove(id, token(authorization), clientDevice)
				? ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build() : unauthorized(authorization);
	}

	@ExceptionHandler
	ResponseEntity<Map<String, String>> on(RefusedMetadataException refusal) {
		return response(HttpStatus.BAD_REQUEST).body(refusal.body());
	}

	@ExceptionHandler
	ResponseEntity<?> on(RefusalException refusal) {
		return refusal.errors().isEmpty() ? Problems.entity(refusal)
				: on(RefusedMetadataException.of(refusal.errors().getFirst()));
	}

	private static String token(String authorization) {
		return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
				? authorization.substring(BEARER.length()).strip() : "";
	}

	private String address(String id) {
		return this.issuer + PATH + "/" + id;
	}

	/** A request without a token gets no error code (RFC 6750, 3.1). */
	private static ResponseEntity<Map<String, String>> unauthorized(String authorization) {
		return response(HttpStatus.UNAUTHORIZED)
			.header(HttpHeaders.WWW_AUTHENTICATE,
					token(authorization).isEmpty() ? "Bearer" : "Bearer error=\"invalid_token\"")
			.body(Map.of("error", "invalid_token"));
	}

	/** Always JSON, whatever the Accept header, as the registration is done. */
	private static ResponseEntity.BodyBuilder response(HttpStatus status) {
		return ResponseEntity.status(status)
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.PRAGMA, "no-cache")
			.contentType(MediaType.APPLICATION_JSON);
	}

}
