package org.parley.auth.oauth.protocol;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.consent.FindingDevice;
import org.parley.auth.oauth.person.People;
import org.parley.auth.oauth.person.Person;
import org.parley.auth.password.SlowDownException;
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
class VerifyingDevices {

	private final FindingDevice devices;

	private final People people;

	private final UnitOfWork work;

	VerifyingDevices(FindingDevice devices, People people, UnitOfWork work) {
		this.devices = devices;
		this.people = people;
		this.work = work;
	}

	AuthenticationProvider before(AuthenticationProvider verifying) {
		return new Checked(new TransactionalAuthenticationProvider(verifying, this.work));
	}

	private void check(OAuth2DeviceVerificationAuthenticationToken request) {
		if (!(request.getPrincipal() instanceof Person person) || this.people.admitted(person.getName()).isEmpty()) {
			throw new OAuth2AuthenticationException(OAuth2ErrorCodes.ACCESS_DENIED);
		}
		try {
			if (this.devices.find(request.getUserCode(), person).isEmpty()) {
				throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT);
			}
		}
		catch (SlowDownException ex) {
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
