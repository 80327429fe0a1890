package org.parley.auth.oauth.request;

import java.util.Optional;

import org.parley.auth.oauth.browser.Continuation;
import org.parley.auth.oauth.browser.SignInDestinations;

import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/** The apps that ask for an authorization. */
@Component
class AppDestinations implements SignInDestinations {

	private final RegisteredClientRepository apps;

	AppDestinations(RegisteredClientRepository apps) {
		this.apps = apps;
	}

	@Override
	public Optional<String> find(Continuation next) {
		return next.parameter("client_id").map(this.apps::findByClientId).map(RegisteredClient::getClientName);
	}

}
