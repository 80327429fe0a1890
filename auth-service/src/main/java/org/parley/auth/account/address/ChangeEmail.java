package org.parley.auth.account.address;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

import org.parley.auth.signin.secondfactor.VerifyOwner;
import org.parley.auth.user.EmailTakenException;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.MailPayloadCipher;
import org.parley.auth.user.contact.SecurityAlert;
import org.parley.auth.user.contact.SendSecurityAlert;
import org.parley.auth.user.mailtoken.InvalidLinkException;
import org.parley.auth.user.mailtoken.MailThrottle;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
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
class ChangeEmail {

	private final Users users;

	private final VerifyOwner proving;

	private final MailTokens tokens;

	private final MailThrottle limits;

	private final MailPayloadCipher seal;

	private final SendSecurityAlert sendSecurityAlert;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	ChangeEmail(Users users, VerifyOwner proving, MailTokens tokens, MailThrottle limits, MailPayloadCipher seal,
			SendSecurityAlert sendSecurityAlert, ApplicationEventPublisher events, UnitOfWork work, Audit audit,
			InstantSource clock) {
		this.users = users;
		this.proving = proving;
		this.tokens = tokens;
		this.limits = limits;
		this.seal = seal;
		this.sendSecurityAlert = sendSecurityAlert;
		this.events = events;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Sends a link to the address that somebody wishes to have.
	 * @throws ProblemException as {@link VerifyOwner} says; 409 {@code user.email-taken};
	 * 429 {@code auth.mail-limit}
	 */
	void request(Caller caller, EmailChangeRequest wish, ClientDevice clientDevice) {
		this.proving.prove(caller, new VerifyOwner.Proof(wish.password(), wish.otp()), clientDevice, (user) -> {
			refuseTaken(wish.email(), user);
			this.limits.require(MailTokenPurpose.EMAIL_CHANGE, user.id());
			var token = this.tokens.issue(MailTokenPurpose.EMAIL_CHANGE, user, wish.email());
			this.events.publishEvent(new EmailChangeRequested(user.portrait(), this.seal.seal(wish.email()),
					this.seal.seal(token.text()), token.expiresAt(), user.profile().locale()));
			this.sendSecurityAlert.alert(user, SecurityAlert.Kind.EMAIL_CHANGE_REQUESTED);
			this.audit.record(AuditAction.EMAIL_CHANGE_REQUESTED, user.id(), null, clientDevice);
			return user;
		});
	}

	/**
	 * Changes the address, by the secret of a link that was sent to the new one.
	 * @throws InvalidLinkException when it does not count
	 * @throws ProblemException 409 {@code user.email-taken}
	 */
	void confirm(String token, ClientDevice clientDevice) {
		change(() -> {
			var link = this.tokens.take(MailTokenPurpose.EMAIL_CHANGE, token);
			var user = link.owner();
			refuseTaken(link.address(), user);
			offerWayBack(user, link.since());
			user.changeEmail(link.address(), this.clock.instant());
			this.audit.record(AuditAction.EMAIL_CHANGED, user.id(), null, clientDevice);
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
