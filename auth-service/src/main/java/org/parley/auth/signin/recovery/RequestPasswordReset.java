package org.parley.auth.signin.recovery;

import java.util.Locale;
import java.util.Optional;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.auth.user.contact.MailPayloadCipher;
import org.parley.auth.user.device.DeviceRegistry;
import org.parley.auth.user.digest.Sha256;
import org.parley.auth.user.mailtoken.MailThrottle;
import org.parley.auth.user.mailtoken.MailTokenPurpose;
import org.parley.auth.user.mailtoken.MailTokens;
import org.parley.auth.user.mailtoken.MailTokens.Issued;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Sends a link to who has forgotten their password. For an address that nobody has it
 * does the same work, write for write, so that the time it takes tells nothing.
 */
@Component
class RequestPasswordReset {

	private final Users users;

	private final MailTokens tokens;

	private final MailThrottle limits;

	private final DeviceRegistry deviceRegistry;

	private final MailPayloadCipher seal;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final Audit audit;

	RequestPasswordReset(Users users, MailTokens tokens, MailThrottle limits, DeviceRegistry deviceRegistry,
			MailPayloadCipher seal, ApplicationEventPublisher events, UnitOfWork work, Audit audit) {
		this.users = users;
		this.tokens = tokens;
		this.limits = limits;
		this.deviceRegistry = deviceRegistry;
		this.seal = seal;
		this.events = events;
		this.work = work;
		this.audit = audit;
	}

	/** Sends it, unless that was done just now. */
	void forgot(String address, ClientDevice clientDevice) {
		var key = address.toLowerCase(Locale.ROOT);
		this.work.run(() -> {
			var user = this.users.findByEmailKey(key);
			var owner = user.map(User::id).orElseGet(() -> MailTokens.decoyOwner(key));
			var now = isCounted(owner, clientDevice);
			if (now) {
				send(user, owner, address, clientDevice);
			}
			return now;
		});
	}

	/** A device of the owner's counts for itself, however often strangers have asked. */
	private boolean isCounted(String owner, ClientDevice clientDevice) {
		var origin = this.deviceRegistry.origin(owner, clientDevice);
		return origin.equals(clientDevice.network())
				? this.limits.acquireForStranger(MailTokenPurpose.PASSWORD_RESET, owner, origin)
				: this.limits.acquire(MailTokenPurpose.PASSWORD_RESET, owner + ":" + Sha256.hex(origin)).isZero();
	}

	private void send(Optional<User> user, String owner, String address, ClientDevice clientDevice) {
		var token = user.map((known) -> this.tokens.issue(MailTokenPurpose.PASSWORD_RESET, known))
			.orElseGet(() -> this.tokens.issueDecoy(MailTokenPurpose.PASSWORD_RESET, owner));
		this.audit.recordAnonymous(AuditAction.PASSWORD_RESET_REQUESTED, user.map(User::id).orElse(null), clientDevice);
		user.ifPresentOrElse((known) -> tell(known, token), () -> pretend(owner, address, token));
	}

	private void tell(User user, Issued token) {
		this.events.publishEvent(new PasswordResetRequested(user.portrait(), this.seal.seal(user.email()),
				this.seal.seal(token.text()), token.expiresAt(), user.profile().locale()));
	}

	/** Seals as much, and writes as much as an event. */
	private void pretend(String owner, String address, Issued token) {
		this.seal.seal(address);
		this.seal.seal(token.text());
		this.tokens.issueDecoy(MailTokenPurpose.PASSWORD_RESET, owner);
	}

}
