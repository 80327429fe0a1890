package org.parley.platform.runtime.redis;

import java.util.Objects;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.ssl.SslBundle;

/**
 * The settings of the Redis server in the types of Lettuce, for clients beside Spring's
 * own.
 *
 * @param uri the address, with the credentials
 * @param sslOptions the certificates; null for those of the JDK, or without TLS
 */
public record LettuceConnectionDetails(RedisURI uri, @Nullable SslOptions sslOptions) {

	/**
	 * Converts the settings of a standalone server.
	 * @throws NullPointerException if there is none
	 */
	public static LettuceConnectionDetails of(DataRedisConnectionDetails redis) {
		var bundle = redis.getSslBundle();
		return new LettuceConnectionDetails(uri(redis), (bundle != null) ? sslOptions(bundle) : null);
	}

	/** Sets the certificates of a client. */
	public void applyTo(ClientOptions.Builder options) {
		if (this.sslOptions != null) {
			options.sslOptions(this.sslOptions);
		}
	}

	private static RedisURI uri(DataRedisConnectionDetails redis) {
		var server = Objects.requireNonNull(redis.getStandalone(), "A standalone Redis server is required");
		var uri = RedisURI.builder()
			.withHost(server.getHost())
			.withPort(server.getPort())
			.withDatabase(server.getDatabase())
			.withSsl(redis.getSslBundle() != null);
		if (redis.getPassword() != null) {
			var password = redis.getPassword().toCharArray();
			if (redis.getUsername() != null) {
				uri.withAuthentication(redis.getUsername(), password);
			}
			else {
				uri.withPassword(password);
			}
		}
		return uri.build();
	}

	/** Does as Spring's clients of Redis do with a bundle. */
	private static SslOptions sslOptions(SslBundle bundle) {
		var managers = bundle.getManagers();
		return SslOptions.builder()
			.keyManager(managers.getKeyManagerFactory())
			.trustManager(managers.getTrustManagerFactory())
			.build();
	}

}
