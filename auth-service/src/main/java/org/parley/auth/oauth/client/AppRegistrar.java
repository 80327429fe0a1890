package org.parley.auth.oauth.client;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.auth.oauth.grant.EndGrants;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.event.EmailRestored;
import org.parley.auth.user.event.UserDeleted;
import org.parley.platform.web.Ids;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Registers apps, changes and removes them. Part of the transaction that asks, which has
 * found out who that is.
 */
@Component
public class AppRegistrar {

	private static final int MOST = 10;

	private final OAuthClients clients;

	private final Users users;

	private final EndGrants ending;

	private final Audit audit;

	private final InstantSource clock;

	private final RandomGenerator random;

	AppRegistrar(OAuthClients clients, Users users, EndGrants ending, Audit audit, InstantSource clock,
			RandomGenerator random) {
		this.clients = clients;
		this.users = users;
		this.ending = ending;
		this.audit = audit;
		this.clock = clock;
		this.random = random;
	}

	/**
	 * An app of somebody.
	 * @throws ProblemException 400 about the property at fault; 409 {@code app.too-many}
	 */
	public Registered ofPerson(User owner, AppTerms terms, ClientDevice clientDevice) {
		var app = OAuthClient.ofPerson(Ids.next(), owner.id(), terms, this.clock.instant());
		this.users.forceConflict(owner.id(), app.id());
		if (this.clients.of(owner.id()).size() >= MOST) {
			throw ProblemException.conflict("app.too-many", "You have %d apps. Remove one.".formatted(MOST));
		}
		return registered(app, owner.id(), clientDevice);
	}

	/**
	 * An app of the operator.
	 * @throws ProblemException 400 about the property at fault
	 */
	public Registered ofOperator(AppTerms terms, String by, ClientDevice clientDevice) {
		return registered(OAuthClient.ofOperator(Ids.next(), terms, this.clock.instant()), by, clientDevice);
	}

	/**
	 * An app that a program registers by itself, with a token of an administrator's.
	 * @param giver who gave that token
	 * @param token its id
	 * @throws ProblemException 400 about the property at fault
	 */
	public Registered ofItself(AppTerms terms, DynamicRegistration registration, String giver, String token,
			ClientDevice clientDevice) {
		var app = OAuthClient.ofItself(Ids.next(), registration, terms, this.clock.instant());
		this.audit.record(AuditAction.APP_REGISTERED, giver, null, "%s by %s".formatted(app.id(), token), clientDevice);
		return withSecret(app);
	}

	private Registered registered(OAuthClient app, String by, ClientDevice clientDevice) {
		record(AuditAction.APP_CREATED, app, by, clientDevice);
		return withSecret(app);
	}

	private Registered withSecret(OAuthClient app) {
		var secret = app.terms().kind().isSecretive() ? AppSecret.next(this.random) : null;
		if (secret != null) {
			app.rotate(secret, this.clock.instant());
		}
		return new Registered(this.clients.save(app), secret);
	}

	/** Its owner changes what it says of itself. */
	public OAuthClient change(OAuthClient app, AppTerms terms, ClientDevice clientDevice) {
		app.change(terms, this.clock.instant());
		record(AuditAction.APP_CHANGED, app, app.owner().orElse(null), clientDevice);
		return this.clients.save(app);
	}

	/** An administrator changes what it says of itself and may do. */
	public OAuthClient changeByAdmin(OAuthClient app, AppTerms terms, @Nullable Boolean disabled, String by,
			ClientDevice clientDevice) {
		var now = this.clock.instant();
		app.changeByAdmin(terms, now);
		if (disabled != null && disabled == app.isActive()) {
			toggle(app);
		}
		record(AuditAction.APP_CHANGED, app, by, clientDevice);
		return this.clients.save(app);
	}

	private void toggle(OAuthClient app) {
		if (app.isActive()) {
			app.disable(this.clock.instant());
			this.ending.firstOfClient(app.id(), SessionEndReason.ENDED_BY_OWNER);
		}
		else {
			app.enable(this.clock.instant());
		}
	}

	/**
	 * Gives it another secret.
	 * @throws ProblemException 409 {@code app.no-secret}
	 */
	public Registered rotate(OAuthClient app, String by, ClientDevice clientDevice) {
		var secret = AppSecret.next(this.random);
		app.rotate(secret, this.clock.instant());
		record(AuditAction.APP_SECRET_ROTATED, app, by, clientDevice);
		return new Registered(this.clients.save(app), secret);
	}

	/**
	 * Takes it away from everybody.
	 * @param by who does, or null when it does so itself
	 */
	public OAuthClient remove(OAuthClient app, @Nullable String by, ClientDevice clientDevice) {
		record(AuditAction.APP_REMOVED, app, by, clientDevice);
		return removed(app);
	}

	private OAuthClient removed(OAuthClient app) {
		app.remove(this.clock.instant());
		this.ending.firstOfClient(app.id(), SessionEndReason.ENDED_BY_OWNER);
		return this.clients.save(app);
	}

	/** With its owner an app goes. */
	@EventListener
	void on(UserDeleted event) {
		this.clients.of(event.userId()).forEach(this::removed);
	}

	/** Apps that an intruder registered go, and so do the secrets that one made. */
	@EventListener
	void on(EmailRestored event) {
		var now = this.clock.instant();
		for (var app : this.clients.of(event.userId())) {
			if (!app.createdAt().isBefore(event.since())) {
				removed(app);
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
	 * The app that is there.
	 * @throws ProblemException 404 {@code app.not-found}
	 */
	public OAuthClient known(String id) {
		return this.clients.findById(id).filter((app) -> !app.isRemoved()).orElseThrow(AppRegistrar::unknown);
	}

	/**
	 * The app that is there and somebody's.
	 * @throws ProblemException 404 {@code app.not-found}
	 */
	public OAuthClient known(String id, String owner) {
		return this.clients.findById(id)
			.filter((app) -> !app.isRemoved() && app.isOf(owner))
			.orElseThrow(AppRegistrar::unknown);
	}

	private static ProblemException unknown() {
		return ProblemException.notFound("app.not-found", "There is no such app.");
	}

	/**
	 * An app, this once with its secret.
	 *
	 * @param app what is kept
	 * @param secret what is not; null for apps that have none
	 */
	public record Registered(OAuthClient app, @Nullable AppSecret secret) {
	}

}
