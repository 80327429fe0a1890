package org.parley.auth.oauth.protocol;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.consent.DeviceCodeLookup;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.oauth.person.BrowserUsers;
import org.parley.auth.signin.password.LoginThrottledException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceVerificationAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Takes the code of a device from people who may give something, and counts wrong ones:
 * whoever guesses here is slowed down as at the page.
 */
@Component
class DeviceVerificationProvider {

	private final DeviceCodeLookup devices;

	private final BrowserUsers browserUsers;

	private final UnitOfWork work;

	DeviceVerificationProvider(DeviceCodeLookup devices, BrowserUsers browserUsers, UnitOfWork work) {
		this.devices = devices;
		this.browserUsers = browserUsers;
		this.work = work;
	}

	AuthenticationProvider before(AuthenticationProvider verifying) {
		return new Checked(new TransactionalAuthenticationProvider(verifying, this.work));
	}

	private void check(OAuth2DeviceVerificationAuthenticationToken request) {
		if (!(request.getPrincipal() instanceof BrowserUser browserUser)
				|| this.browserUsers.admitted(browserUser.getName()).isEmpty()) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.ACCESS_DENIED);
		}
		try {
			if (this.devices.find(request.getUserCode(), browserUser).isEmpty()) {
				throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
			}
		}
		catch (LoginThrottledException ex) {
			throw new OAuth2AuthenticationException("slow_down");
		}
	}

	/** The same, after that. */
	private final class Checked implements AuthenticationProvider {

		private final AuthenticationProvider verifying;

		Checked(AuthenticationProvider verifying) {
			this.verifying = verifying;
		}

		@Override
		public boolean supports(Class<?> authentication) {
			return this.verifying.supports(authentication);
		}

		@Override
		public @Nullable Authentication authenticate(Authentication authentication) {
			if (authentication instanceof OAuth2DeviceVerificationAuthenticationToken request) {
				check(request);
			}
			return this.verifying.authenticate(authentication);
		}

	}

}
