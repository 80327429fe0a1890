package org.parley.auth.oauth.protocol;

import org.parley.auth.oauth.consent.DeviceCodeLookup;
import org.parley.auth.oauth.once.CheckedAuthenticationProvider;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.oauth.person.BrowserUsers;
import org.parley.auth.signin.password.LoginThrottledException;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2DeviceVerificationAuthenticationToken;
import org.springframework.stereotype.Component;

/**
 * Accepts user codes of devices from admitted users, with the throttle of the page.
 */
@Component
class DeviceVerificationProvider {

	private final DeviceCodeLookup devices;

	private final BrowserUsers browserUsers;

	private final UnitOfWork unitOfWork;

	DeviceVerificationProvider(DeviceCodeLookup devices, BrowserUsers browserUsers, UnitOfWork unitOfWork) {
		this.devices = devices;
		this.browserUsers = browserUsers;
		this.unitOfWork = unitOfWork;
	}

	AuthenticationProvider wrap(AuthenticationProvider delegate) {
		var transactional = new TransactionalAuthenticationProvider(delegate, this.unitOfWork);
		return new CheckedAuthenticationProvider(transactional, (authentication) -> {
			if (authentication instanceof OAuth2DeviceVerificationAuthenticationToken request) {
				check(request);
			}
			return transactional.authenticate(authentication);
		});
	}

	private void check(OAuth2DeviceVerificationAuthenticationToken request) {
		if (!(request.getPrincipal() instanceof BrowserUser browserUser)
				|| this.browserUsers.findAdmitted(browserUser.getName()).isEmpty()) {
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

}
