package org.parley.auth.oauth.token;

import java.time.Duration;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.once.UsedGrants;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceCodeAuthenticationToken;

/**
 * Throttles the polling of devices in the whole cluster with {@code slow_down}. An
 * answered request is never throttled.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.5">RFC 8628, 3.5</a>
 */
final class DevicePollingThrottle implements AuthenticationProvider {

	/** The default interval of five seconds, less one for network delays. */
	private static final Duration INTERVAL = Duration.ofSeconds(4);

	private final AuthenticationProvider delegate;

	private final UsedGrants used;

	private final InstantSource clock;

	DevicePollingThrottle(AuthenticationProvider delegate, UsedGrants used, InstantSource clock) {
		this.delegate = delegate;
		this.used = used;
		this.clock = clock;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.delegate.supports(authentication);
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		var request = (OAuth2DeviceCodeAuthenticationToken) authentication;
		try {
			return this.delegate.authenticate(request);
		}
		catch (OAuth2AuthenticationException ex) {
			if (isPending(ex) && !startInterval(request)) {
				throw OAuthErrors.of("slow_down", "Increase the polling interval by five seconds.");
			}
			throw ex;
		}
	}

	private boolean startInterval(OAuth2DeviceCodeAuthenticationToken request) {
		return this.used.startInterval(INTERVAL, "poll " + request.getDeviceCode(), this.clock.instant());
	}

	private static boolean isPending(OAuth2AuthenticationException ex) {
		return ex.getError().getErrorCode().equals("authorization_pending");
	}

}
