package org.parley.auth.recovery;

import java.util.Locale;
import java.util.Optional;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.contact.MailSeal;
import org.parley.auth.device.Devices;
import org.parley.auth.digest.Sha256;
import org.parley.auth.token.MailLimits;
import org.parley.auth.token.MailTokens;
import org.parley.auth.token.MailTokens.Issued;
import org.parley.auth.token.Purpose;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Sends a link to who has forgotten their password. For an address that nobody has it
 * does the same work, write for write, so that the time it takes tells nothing.
 */
@Component
class ForgettingPassword {

	private final Users users;

	private final MailTokens tokens;

	private final MailLimits limits;

	private final Devices devices;

	private final MailSeal seal;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final Audit audit;

	ForgettingPassword(Users users, MailTokens tokens, MailLimits limits, Devices devices, MailSeal seal,
			ApplicationEventPublisher events, UnitOfWork work, Audit audit) {
		this.users = users;
		this.tokens = tokens;
		this.limits = limits;
		this.devices = devices;
		this.seal = seal;
		this.events = events;
		this.work = work;
		this.audit = audit;
	}

	/** Sends it, unless that was done just now. */
	void forgot(String address, Client client) {
		var key = address.toLowerCase(Locale.ROOT);
		this.work.run(() -> {
			var user = this.users.findByEmailKey(key);
			var owner = user.map(User::id).orElseGet(() -> MailTokens.standIn(key));
			var now = isCounted(owner, client);
			if (now) {
				send(user, owner, address, client);
			}
			return now;
		});
	}

	/** A device of the owner's counts for itself, however often strangers have asked. */
	private boolean isCounted(String owner, Client client) {
		var origin = this.devices.origin(owner, client);
		return origin.equals(client.network()) ? this.limits.takeOfStranger(Purpose.PASSWORD_RESET, owner, origin)
				: this.limits.take(Purpose.PASSWORD_RESET, owner + ":" + Sha256.hex(origin)).isZero();
	}

	private void send(Optional<User> user, String owner, String address, Client client) {
		var token = user.map((known) -> this.tokens.issue(Purpose.PASSWORD_RESET, known))
			.orElseGet(() -> this.tokens.issueToNobody(Purpose.PASSWORD_RESET, owner));
		this.audit.recordOfStranger(Act.PASSWORD_RESET_REQUESTED, user.map(User::id).orElse(null), client);
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
		this.tokens.issueToNobody(Purpose.PASSWORD_RESET, owner);
	}

}
