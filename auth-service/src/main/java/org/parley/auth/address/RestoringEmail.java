package org.parley.auth.address;

import java.time.InstantSource;

import org.parley.auth.audit.Act;
import org.parley.auth.audit.Audit;
import org.parley.auth.client.Client;
import org.parley.auth.session.EndingSessions;
import org.parley.auth.session.SessionEnd;
import org.parley.auth.token.InvalidLinkException;
import org.parley.auth.token.MailTokens;
import org.parley.auth.token.Purpose;
import org.parley.auth.user.Users;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes an account back to the address that it had. Whoever changed it may hold a
 * session, or have added a passkey, so all of them end.
 */
@Component
class RestoringEmail {

	private final Users users;

	private final MailTokens tokens;

	private final EndingSessions sessions;

	private final ApplicationEventPublisher events;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	RestoringEmail(Users users, MailTokens tokens, EndingSessions sessions, ApplicationEventPublisher events,
			UnitOfWork work, Audit audit, InstantSource clock) {
		this.users = users;
		this.tokens = tokens;
		this.sessions = sessions;
		this.events = events;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Restores it, by the secret of the link that was sent to the address before.
	 * @throws InvalidLinkException when it does not count
	 */
	void restore(String token, Client client) {
		this.work.run(() -> {
			var link = this.tokens.take(Purpose.EMAIL_CHANGE_UNDO, token);
			var user = this.users.findById(link.owner()).orElseThrow(InvalidLinkException::new);
			user.changeEmail(link.address(), this.clock.instant());
			user.revokeTokens();
			this.sessions.all(user, SessionEnd.LOGOUT_EVERYWHERE);
			for (var purpose : Purpose.values()) {
				this.tokens.forget(purpose, user.id());
			}
			this.events.publishEvent(new EmailRestored(user.id()));
			this.audit.record(Act.EMAIL_RESTORED, user.id(), null, client);
			return this.users.save(user);
		});
	}

}
