package org.parley.auth.oauth.registration;

import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.client.AppRegistrar;
import org.parley.auth.oauth.client.DynamicRegistration;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.auth.oauth.client.OAuthClients;
import org.parley.auth.oauth.initial.InitialAccessTokens;
import org.parley.auth.oauth.initial.InitialToken;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.Sha256;
import org.parley.platform.mongo.transaction.UnitOfWork;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Dynamic client registration with an administrator's initial access token. */
@Component
class RegisterClientDynamically {

	private static final String PREFIX = "parley_reg_";

	private final InitialAccessTokens initialAccessTokens;

	private final AppRegistrar registrar;

	private final OAuthClients apps;

	private final UnitOfWork unitOfWork;

	private final JsonMapper json;

	private final RandomGenerator random;

	RegisterClientDynamically(InitialAccessTokens initialAccessTokens, AppRegistrar registrar, OAuthClients apps,
			UnitOfWork unitOfWork, JsonMapper json, RandomGenerator random) {
		this.initialAccessTokens = initialAccessTokens;
		this.registrar = registrar;
		this.apps = apps;
		this.unitOfWork = unitOfWork;
		this.json = json;
		this.random = random;
	}

	/**
	 * Registers an app and uses the token once; empty when the token is invalid. A
	 * refused registration does not use the token.
	 * @throws RefusedMetadataException about the invalid property
	 * @throws RefusalException 400 by a rule of our API
	 */
	Optional<Registered> register(String token, byte @Nullable [] body, ClientDevice clientDevice) {
		return this.unitOfWork
			.run(() -> this.initialAccessTokens.find(token).map((initial) -> register(initial, body, clientDevice)));
	}

	private Registered register(InitialToken initial, byte @Nullable [] body, ClientDevice clientDevice) {
		var described = RegistrationMetadata.of(RegistrationJson.read(body, this.json), initial.scopes());
		this.initialAccessTokens.use(initial, described.terms());
		var accessToken = RandomText.withPrefix(PREFIX, this.random);
		var registration = new DynamicRegistration(Sha256.hex(accessToken), described.method());
		return new Registered(this.registrar.registerDynamically(described.terms(), registration, initial.givenBy(),
				initial.id(), clientDevice), accessToken);
	}

	/** The active app of this registration access token. */
	Optional<OAuthClient> find(String id, String token) {
		return this.apps.findById(id)
			.filter((app) -> app.isActive()
					&& app.registration().filter((registration) -> registration.hasToken(token)).isPresent());
	}

	/** Removes the app of this registration access token, if there is one. */
	boolean remove(String id, String token, ClientDevice clientDevice) {
		return this.unitOfWork
			.run(() -> find(id, token).map((app) -> this.registrar.remove(app, null, clientDevice)).isPresent());
	}

	/**
	 * A registered app with its secrets.
	 *
	 * @param token registration access token in clear
	 */
	record Registered(AppRegistrar.Registered app, String token) {

		/** Omits the token. */
		@Override
		public String toString() {
			return "Registered[" + this.app.app().id() + "]";
		}

	}

}
