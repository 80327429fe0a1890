package org.parley.auth.verification;

import java.time.InstantSource;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.MailSeal;
import org.parley.auth.token.InvalidLinkException;
import org.parley.auth.token.MailLimits;
import org.parley.auth.token.MailTokens;
import org.parley.auth.token.Purpose;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sends people a link, and believes that an address is theirs when it comes back. */
@Component
public class VerifyingEmail {

	private final Users users;

	private final MailTokens tokens;

	private final MailLimits limits;

	private final MailSeal seal;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	VerifyingEmail(Users users, MailTokens tokens, MailLimits limits, MailSeal seal, ApplicationEventPublisher events,
			UnitOfWork work, Audit audit, InstantSource clock) {
		this.users = users;
		this.tokens = tokens;
		this.limits = limits;
		this.seal = seal;
		this.events = events;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/** Sends the first link. Part of the transaction that opens the account. */
	public void begin(User user) {
		this.limits.take(Purpose.EMAIL_VERIFICATION, user.id());
		send(user);
	}

	/**
	 * Sends another link.
	 * @throws ProblemException 409 {@code user.already-verified}; 429
	 * {@code auth.mail-limit}
	 */
	void again(String userId, Client client) {
		this.work.run(() -> {
			var user = this.users.findById(userId).orElseThrow();
			if (user.isEmailVerified()) {
				throw ProblemException.conflict("user.already-verified", "This address is verified already.");
			}
			this.limits.require(Purpose.EMAIL_VERIFICATION, user.id());
			this.audit.record(Act.VERIFICATION_REQUESTED, user.id(), null, client);
			send(user);
			return user;
		});
	}

	/**
	 * Believes who brings the secret of a link.
	 * @throws InvalidLinkException when it does not count
	 */
	void verify(String token, Client client) {
		this.work.run(() -> {
			var user = this.tokens.redeem(Purpose.EMAIL_VERIFICATION, token);
			user.verifyEmail(this.clock.instant());
			this.audit.record(Act.EMAIL_VERIFIED, user.id(), null, client);
			return this.users.save(user);
		});
	}

	/**
	 * Believes an administrator who has made sure by other means.
	 * @throws ProblemException 404 {@code user.not-found}
	 */
	public User vouch(String userId, Caller by, Client client) {
		return this.work.run(() -> {
			var user = this.users.require(userId);
			if (user.isEmailVerified()) {
				return user;
			}
			user.verifyEmail(this.clock.instant());
			this.audit.record(Act.EMAIL_VERIFIED, user.id(), by.id(), null, client);
			return this.users.save(user);
		});
	}

	private void send(User user) {
		var token = this.tokens.issue(Purpose.EMAIL_VERIFICATION, user);
		this.events.publishEvent(new EmailVerificationRequested(user.portrait(), this.seal.seal(user.email()),
				this.seal.seal(token.text()), token.expiresAt(), user.profile().locale()));
	}

}
