package org.parley.platform.messaging.secret;

import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that encrypt secrets in events.
 *
 * @param keys by decrypting service: 32 random bytes each, base64. The first encrypts;
 * the others still decrypt during a rotation
 */
@ConfigurationProperties("parley.events")
record EventSecretSettings(@DefaultValue Map<String, List<String>> keys) {

	private static final int LENGTH = 32;

	EventSecretSettings {
		keys.forEach((service, ofService) -> {
			if (ofService.isEmpty() || ofService.stream().anyMatch((key) -> decoded(key).length != LENGTH)) {
				throw new IllegalArgumentException(
						"parley.events.keys.%s must be 32 random bytes in base64: `openssl rand -base64 32`"
							.formatted(service));
			}
		});
	}

	/** The keys of a service; empty when none is configured. */
	List<byte[]> of(String service) {
		return this.keys.getOrDefault(service, List.of()).stream().map(EventSecretSettings::decoded).toList();
	}

	@Override
	public String toString() {
		return "EventSecretSettings[keys=***]";
	}

	private static byte[] decoded(String key) {
		try {
			return Base64.getDecoder().decode(key.strip());
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

}
