package org.parley.auth.tokens.key;

import java.time.Duration;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the public keys of access tokens. */
@RestController
@Tag(name = "Keys")
class JwksController {

	private final SigningKeyStore keys;

	JwksController(SigningKeyStore keys) {
		this.keys = keys;
	}

	@GetMapping("/oauth2/jwks")
	@Operation(summary = "Read the public keys of access tokens (RFC 7517)")
	ResponseEntity<Map<String, Object>> jwks() {
		var keys = this.keys.published();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
			.eTag(Integer.toHexString(keys.toString().hashCode()))
			.body(keys.toJSONObject());
	}

}
