package org.parley.auth.signin.verification;

import java.time.InstantSource;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.MailPayloadCipher;
import org.parley.auth.user.mailtoken.InvalidLinkException;
import org.parley.auth.user.mailtoken.MailThrottle;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.platform.security.Caller;
import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sends people a link, and believes that an address is theirs when it comes back. */
@Component
public class VerifyEmail {

	private final Users users;

	private final MailTokens tokens;

	private final MailThrottle limits;

	private final MailPayloadCipher seal;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	VerifyEmail(Users users, MailTokens tokens, MailThrottle limits, MailPayloadCipher seal,
			ApplicationEventPublisher events, UnitOfWork work, Audit audit, InstantSource clock) {
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
		this.limits.acquire(MailTokenPurpose.EMAIL_VERIFICATION, user.id());
		send(user);
	}

	/**
	 * Sends another link.
	 * @throws ProblemException 409 {@code user.already-verified}; 429
	 * {@code auth.mail-limit}
	 */
	void again(String userId, ClientDevice clientDevice) {
		this.work.run(() -> {
			var user = this.users.findById(userId).orElseThrow();
			if (user.isEmailVerified()) {
				throw ProblemException.conflict("user.already-verified", "This address is verified already.");
			}
			this.limits.require(MailTokenPurpose.EMAIL_VERIFICATION, user.id());
			this.audit.record(AuditAction.VERIFICATION_REQUESTED, user.id(), null, clientDevice);
			send(user);
			return user;
		});
	}

	/**
	 * Believes who brings the secret of a link.
	 * @throws InvalidLinkException when it does not count
	 */
	void verify(String token, ClientDevice clientDevice) {
		this.work.run(() -> {
			var user = this.tokens.redeem(MailTokenPurpose.EMAIL_VERIFICATION, token);
			user.verifyEmail(this.clock.instant());
			this.audit.record(AuditAction.EMAIL_VERIFIED, user.id(), null, clientDevice);
			return this.users.save(user);
		});
	}

	/**
	 * Believes an administrator who has made sure by other means.
	 * @throws ProblemException 404 {@code user.not-found}
	 */
	public User vouch(String userId, Caller by, ClientDevice clientDevice) {
		return this.work.run(() -> {
			var user = this.users.require(userId);
			if (user.isEmailVerified()) {
				return user;
			}
			user.verifyEmail(this.clock.instant());
			this.audit.record(AuditAction.EMAIL_VERIFIED, user.id(), by.id(), null, clientDevice);
			return this.users.save(user);
		});
	}

	private void send(User user) {
		var token = this.tokens.issue(MailTokenPurpose.EMAIL_VERIFICATION, user);
		this.events.publishEvent(new EmailVerificationRequested(user.portrait(), this.seal.seal(user.email()),
				this.seal.seal(token.text()), token.expiresAt(), user.profile().locale()));
	}

}
