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
 * Tells a device that asks again too soon to ask less often, whichever instances it asks.
 * One whose person has answered is told what they said, however soon.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8628#section-3.5">RFC 8628, 3.5</a>
 */
final class DevicePollingThrottle implements AuthenticationProvider {

	/** Five seconds, as devices know that are told nothing else; less one for the way. */
	private static final Duration INTERVAL = Duration.ofSeconds(4);

	private final AuthenticationProvider giving;

	private final UsedGrants used;

	private final InstantSource clock;

	DevicePollingThrottle(AuthenticationProvider giving, UsedGrants used, InstantSource clock) {
		this.giving = giving;
		this.used = used;
		this.clock = clock;
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return this.giving.supports(authentication);
	}

	@Override
	public @Nullable Authentication authenticate(Authentication authentication) {
		var request = (OAuth2DeviceCodeAuthenticationToken) authentication;
		try {
			return this.giving.authenticate(request);
		}
		catch (OAuth2AuthenticationException ex) {
			if (isPending(ex) && !mayAskNow(request)) {
				throw OAuthErrors.of("slow_down", "Wait five seconds longer from now on.");
			}
			throw ex;
		}
	}

	private boolean mayAskNow(OAuth2DeviceCodeAuthenticationToken request) {
		return this.used.isFirstIn(INTERVAL, "poll " + request.getDeviceCode(), this.clock.instant());
	}

	private static boolean isPending(OAuth2AuthenticationException ex) {
		return ex.getError().getErrorCode().equals("authorization_pending");
	}

}
