package org.parley.auth.oauth.registration;

import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.client.Client;
import org.parley.auth.digest.RandomText;
import org.parley.auth.digest.Sha256;
import org.parley.auth.oauth.client.OAuthClient;
import org.parley.auth.oauth.client.OAuthClients;
import org.parley.auth.oauth.client.RegisteringApps;
import org.parley.auth.oauth.client.SelfRegistration;
import org.parley.auth.oauth.initial.InitialToken;
import org.parley.auth.oauth.initial.LettingRegister;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** What programs do by themselves that an administrator lets register. */
@Component
class SelfRegistering {

	private static final String PREFIX = "parley_reg_";

	private final LettingRegister letting;

	private final RegisteringApps registering;

	private final OAuthClients apps;

	private final UnitOfWork work;

	private final JsonMapper json;

	private final RandomGenerator random;

	SelfRegistering(LettingRegister letting, RegisteringApps registering, OAuthClients apps, UnitOfWork work,
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
	Optional<Registered> register(String token, byte @Nullable [] body, Client client) {
		return this.work.run(() -> this.letting.find(token).map((initial) -> register(initial, body, client)));
	}

	private Registered register(InitialToken initial, byte @Nullable [] body, Client client) {
		var described = Describing.of(Metadata.read(body, this.json), initial.scopes());
		this.letting.use(initial, described.terms());
		var own = RandomText.after(PREFIX, this.random);
		var registration = new SelfRegistration(Sha256.hex(own), described.method());
		return new Registered(
				this.registering.ofItself(described.terms(), registration, initial.givenBy(), initial.id(), client),
				own);
	}

	/** The app that this token is of; one that is shut out is not there. */
	Optional<OAuthClient> find(String id, String token) {
		return this.apps.findById(id)
			.filter((app) -> app.isActive() && app.registration().filter((own) -> own.isBy(token)).isPresent());
	}

	/** Removes the app that this token is of, if there is one. */
	boolean remove(String id, String token, Client client) {
		return this.work
			.run(() -> find(id, token).map((app) -> this.registering.remove(app, null, client)).isPresent());
	}

	/**
	 * An app, with what is told this once.
	 *
	 * @param app and its secret
	 * @param token by which it reads what is registered, and takes it away
	 */
	record Registered(RegisteringApps.Registered app, String token) {

		/** Never the token. */
		@Override
		public String toString() {
			return "Registered[" + this.app.app().id() + "]";
		}

	}

}
