package org.parley.auth.oauth.client;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.grant.EndGrants;
import org.parley.auth.tokens.secret.OpaqueSecret;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.event.EmailRestored;
import org.parley.contracts.account.UserDeleted;
import org.parley.platform.domain.Ids;
import org.parley.platform.domain.RefusalException;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Registers, changes and removes apps. Part of the transaction of the caller, who has
 * verified the user.
 */
@Component
public class AppRegistrar {

	private static final int MAXIMUM = 10;

	private static final String PREFIX = "parley_app_";

	private final OAuthClients clients;

	private final Users users;

	private final EndGrants endGrants;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	AppRegistrar(OAuthClients clients, Users users, EndGrants endGrants, Audit audit, InstantSource clock,
			RandomGenerator random) {
		this.clients = clients;
		this.users = users;
		this.endGrants = endGrants;
		this.audit = audit;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * Registers an app of a user.
	 * @throws RefusalException 400 about the invalid property; 409 {@code app.too-many}
	 */
	public Registered registerForUser(User owner, AppTerms terms, ClientDevice clientDevice) {
		var app = OAuthClient.createForUser(Ids.next(), owner.id(), terms, this.clock.instant());
		this.users.forceConflict(owner.id(), app.id());
		if (this.clients.findByOwner(owner.id()).size() >= MAXIMUM) {
			throw RefusalException.conflict("app.too-many",
					"You have %d apps, the maximum. Remove one first.".formatted(MAXIMUM));
		}
		return save(app, owner.id(), clientDevice);
	}

	/**
	 * Registers an app of the operator.
	 * @throws RefusalException 400 about the invalid property
	 */
	public Registered registerForOperator(AppTerms terms, String by, ClientDevice clientDevice) {
		return save(OAuthClient.createForOperator(Ids.next(), terms, this.clock.instant()), by, clientDevice);
	}

	/**
	 * Registers an app dynamically with an administrator's initial access token.
	 * @throws RefusalException 400 about the invalid property
	 */
	public Registered registerDynamically(AppTerms terms, DynamicRegistration registration, String giver, String token,
			ClientDevice clientDevice) {
		var app = OAuthClient.createDynamically(Ids.next(), registration, terms, this.clock.instant());
		this.audit.record(AuditAction.APP_REGISTERED, giver, null, "%s by %s".formatted(app.id(), token), clientDevice);
		return saveWithSecret(app);
	}

	private Registered save(OAuthClient app, String by, ClientDevice clientDevice) {
		record(AuditAction.APP_CREATED, app, by, clientDevice);
		return saveWithSecret(app);
	}

	private Registered saveWithSecret(OAuthClient app) {
		var secret = app.terms().kind().hasSecret() ? OpaqueSecret.generate(PREFIX, this.random) : null;
		if (secret != null) {
			app.rotate(secret, this.clock.instant());
		}
		return new Registered(this.clients.save(app), secret);
	}

	/** Changes an app on behalf of its owner. */
	public OAuthClient change(OAuthClient app, AppTerms terms, ClientDevice clientDevice) {
		app.change(terms, this.clock.instant());
		record(AuditAction.APP_CHANGED, app, app.owner().orElse(null), clientDevice);
		return this.clients.save(app);
	}

	/** Changes an app on behalf of an administrator. */
	public OAuthClient changeByAdmin(OAuthClient app, AppTerms terms, OAuthClient.AppCompatibility compatibility,
			@Nullable Boolean disabled, String by, ClientDevice clientDevice) {
		var now = this.clock.instant();
		app.changeByAdmin(terms, compatibility, now);
		if (disabled != null && disabled == app.isActive()) {
			toggle(app);
		}
		record(AuditAction.APP_CHANGED, app, by, clientDevice);
		return this.clients.save(app);
	}

	private void toggle(OAuthClient app) {
		if (app.isActive()) {
			app.disable(this.clock.instant());
			this.endGrants.endFirstOfClient(app.id(), SessionEndReason.ENDED_BY_OWNER);
		}
		else {
			app.enable(this.clock.instant());
		}
	}

	/**
	 * Rotates the secret of an app.
	 * @throws RefusalException 409 {@code app.no-secret}
	 */
	public Registered rotate(OAuthClient app, String by, ClientDevice clientDevice) {
		var secret = OpaqueSecret.generate(PREFIX, this.random);
		app.rotate(secret, this.clock.instant());
		record(AuditAction.APP_SECRET_ROTATED, app, by, clientDevice);
		return new Registered(this.clients.save(app), secret);
	}

	/**
	 * Removes an app.
	 * @param by user who removes it; null when the app removes itself
	 */
	public OAuthClient remove(OAuthClient app, @Nullable String by, ClientDevice clientDevice) {
		record(AuditAction.APP_REMOVED, app, by, clientDevice);
		return end(app);
	}

	private OAuthClient end(OAuthClient app) {
		app.remove(this.clock.instant());
		this.endGrants.endFirstOfClient(app.id(), SessionEndReason.ENDED_BY_OWNER);
		return this.clients.save(app);
	}

	/** Removes the apps of a deleted user. */
	@EventListener
	void on(UserDeleted event) {
		this.clients.findByOwner(event.userId()).forEach(this::end);
	}

	/** Removes apps and secrets that an intruder may have created. */
	@EventListener
	void on(EmailRestored event) {
		var now = this.clock.instant();
		for (var app : this.clients.findByOwner(event.userId())) {
			if (!app.createdAt().isBefore(event.since())) {
				end(app);
				this.audit.recordWithoutRequest(AuditAction.APP_REMOVED, event.userId(), null, app.id());
			}
			else if (app.withdrawSecretsSince(event.since(), now)) {
				this.clients.save(app);
				this.audit.recordWithoutRequest(AuditAction.APP_CHANGED, event.userId(), null, app.id());
			}
		}
	}

	private void record(AuditAction auditAction, OAuthClient app, @Nullable String by, ClientDevice clientDevice) {
		this.audit.record(auditAction, app.owner().orElse(by), by, app.id(), clientDevice);
	}

	/**
	 * An app that is not removed.
	 * @throws RefusalException 404 {@code app.not-found}
	 */
	public OAuthClient require(String id) {
		return this.clients.findById(id).filter((app) -> !app.isRemoved()).orElseThrow(AppRegistrar::notFound);
	}

	/**
	 * An app of this owner that is not removed.
	 * @throws RefusalException 404 {@code app.not-found}
	 */
	public OAuthClient require(String id, String owner) {
		return this.clients.findById(id)
			.filter((app) -> !app.isRemoved() && app.isOwnedBy(owner))
			.orElseThrow(AppRegistrar::notFound);
	}

	private static RefusalException notFound() {
		return RefusalException.notFound("app.not-found", "The app does not exist.");
	}

	/**
	 * A registered app with its new secret.
	 *
	 * @param secret in clear; null for apps without one
	 */
	public record Registered(OAuthClient app, @Nullable OpaqueSecret secret) {
	}

}
