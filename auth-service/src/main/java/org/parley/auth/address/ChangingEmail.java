package org.parley.auth.address;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.Alerting;
import org.parley.auth.contact.MailSeal;
import org.parley.auth.contact.SecurityAlert;
import org.parley.auth.factor.ProvingOwner;
import org.parley.auth.token.InvalidLinkException;
import org.parley.auth.token.MailLimits;
import org.parley.auth.token.MailTokens;
import org.parley.auth.token.Purpose;
import org.parley.auth.user.EmailTakenException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Gives an account another mail address, once a link that was sent there comes back. The
 * address before is told of the wish, and sent a way back when it is fulfilled.
 */
@Component
class ChangingEmail {

	private final Users users;

	private final ProvingOwner proving;

	private final MailTokens tokens;

	private final MailLimits limits;

	private final MailSeal seal;

	private final Alerting alerting;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	ChangingEmail(Users users, ProvingOwner proving, MailTokens tokens, MailLimits limits, MailSeal seal,
			Alerting alerting, ApplicationEventPublisher events, UnitOfWork work, Audit audit, InstantSource clock) {
		this.users = users;
		this.proving = proving;
		this.tokens = tokens;
		this.limits = limits;
		this.seal = seal;
		this.alerting = alerting;
		this.events = events;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Sends a link to the address that somebody wishes to have.
	 * @throws ProblemException as {@link ProvingOwner} says; 409
	 * {@code user.email-taken}; 429 {@code auth.mail-limit}
	 */
	void request(Caller caller, EmailChange wish, Client client) {
		this.proving.prove(caller, new ProvingOwner.Proof(wish.password(), wish.otp()), client, (user) -> {
			refuseTaken(wish.email(), user);
			this.limits.require(Purpose.EMAIL_CHANGE, user.id());
			var token = this.tokens.issue(Purpose.EMAIL_CHANGE, user, wish.email());
			this.events.publishEvent(new EmailChangeRequested(user.portrait(), this.seal.seal(wish.email()),
					this.seal.seal(token.text()), token.expiresAt(), user.profile().locale()));
			this.alerting.alert(user, SecurityAlert.Kind.EMAIL_CHANGE_REQUESTED);
			this.audit.record(Act.EMAIL_CHANGE_REQUESTED, user.id(), null, client);
			return user;
		});
	}

	/**
	 * Changes the address, by the secret of a link that was sent to the new one.
	 * @throws InvalidLinkException when it does not count
	 * @throws ProblemException 409 {@code user.email-taken}
	 */
	void confirm(String token, Client client) {
		change(() -> {
			var link = this.tokens.take(Purpose.EMAIL_CHANGE, token);
			var user = link.owner();
			refuseTaken(link.address(), user);
			offerWayBack(user, link.since());
			user.changeEmail(link.address(), this.clock.instant());
			this.audit.record(Act.EMAIL_CHANGED, user.id(), null, client);
			return this.users.save(user);
		});
	}

	private void offerWayBack(User user, Instant since) {
		var back = this.tokens.issueWayBack(user, since);
		this.events.publishEvent(new EmailChanged(user.portrait(), this.seal.seal(user.email()),
				this.seal.seal(back.text()), back.expiresAt(), user.profile().locale()));
	}

	/** Addresses that somebody may go back to are not free. */
	private void refuseTaken(String email, User user) {
		if (this.users.findByEmailKey(User.emailKeyOf(email)).isPresent() || this.tokens.isHeld(email, user.id())) {
			throw new EmailTakenException();
		}
	}

	private void change(Supplier<User> change) {
		try {
			this.work.run(change);
		}
		catch (DuplicateKeyException ex) {
			throw new EmailTakenException();
		}
	}

}
