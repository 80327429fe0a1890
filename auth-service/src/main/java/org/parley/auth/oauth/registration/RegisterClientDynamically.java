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
import org.parley.auth.user.digest.RandomText;
import org.parley.auth.user.digest.Sha256;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** What programs do by themselves that an administrator lets register. */
@Component
class RegisterClientDynamically {

	private static final String PREFIX = "parley_reg_";

	private final InitialAccessTokens letting;

	private final AppRegistrar registering;

	private final OAuthClients apps;

	private final UnitOfWork work;

	private final JsonMapper json;

	private final RandomGenerator random;

	RegisterClientDynamically(InitialAccessTokens letting, AppRegistrar registering, OAuthClients apps, UnitOfWork work,
			JsonMapper json, RandomGenerator random) {
		this.letting = letting;
		this.registering = registering;
		this.apps = apps;
		this.work = work;
		this.json = json;
		this.random = random;
	}

	/**
	 * Registers an app, which uses its token once; empty when that does not count. What
	 * is refused uses nothing.
	 * @throws RefusedMetadataException about the property at fault
	 * @throws ProblemException 400, in our own words
	 */
	Optional<Registered> register(String token, byte @Nullable [] body, ClientDevice clientDevice) {
		return this.work.run(() -> this.letting.find(token).map((initial) -> register(initial, body, clientDevice)));
	}

	private Registered register(InitialToken initial, byte @Nullable [] body, ClientDevice clientDevice) {
		var described = RegistrationMetadata.of(RegistrationJson.read(body, this.json), initial.scopes());
		this.letting.use(initial, described.terms());
		var own = RandomText.withPrefix(PREFIX, this.random);
		var registration = new DynamicRegistration(Sha256.hex(own), described.method());
		return new Registered(this.registering.ofItself(described.terms(), registration, initial.givenBy(),
				initial.id(), clientDevice), own);
	}

	/** The app that this token is of; one that is shut out is not there. */
	Optional<OAuthClient> find(String id, String token) {
		return this.apps.findById(id)
			.filter((app) -> app.isActive() && app.registration().filter((own) -> own.isBy(token)).isPresent());
	}

	/** Removes the app that this token is of, if there is one. */
	boolean remove(String id, String token, ClientDevice clientDevice) {
		return this.work
			.run(() -> find(id, token).map((app) -> this.registering.remove(app, null, clientDevice)).isPresent());
	}

	/**
	 * An app, with what is told this once.
	 *
	 * @param app and its secret
	 * @param token by which it reads what is registered, and takes it away
	 */
	record Registered(AppRegistrar.Registered app, String token) {

		/** Never the token. */
		@Override
		public String toString() {
			return "Registered[" + this.app.app().id() + "]";
		}

	}

}
