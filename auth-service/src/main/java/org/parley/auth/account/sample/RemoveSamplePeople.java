package org.parley.auth.account.sample;

import java.time.InstantSource;
import java.util.List;

import org.parley.auth.tokens.session.EndSessions;
import org.parley.auth.tokens.session.SessionEndReason;
import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.auth.user.audit.Audit;
import org.parley.auth.user.audit.AuditAction;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Caller;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Deletes the accounts of sample people at once, because nobody can want them back. A
 * sample person is a user with an address such as {@code sample.mira@parley.invalid},
 * which no mail server can have (RFC 2606).
 */
@Component
class RemoveSamplePeople {

	private static final String ADDRESS = "^sample\\.[a-z0-9_-]+@parley\\.invalid$";

	private static final Limit MOST = Limit.of(100);

	private final Users users;

	private final EndSessions endSessions;

	private final UnitOfWork work;

	private final Audit audit;

	private final InstantSource clock;

	RemoveSamplePeople(Users users, EndSessions endSessions, UnitOfWork work, Audit audit, InstantSource clock) {
		this.users = users;
		this.endSessions = endSessions;
		this.work = work;
		this.audit = audit;
		this.clock = clock;
	}

	List<User> samplePeople() {
		return this.users.findOrdinaryByEmailKey(ADDRESS, MOST);
	}

	void remove(Caller admin, ClientDevice clientDevice) {
		samplePeople().forEach((found) -> this.work
			.run(() -> this.users.findById(found.id()).ifPresent((user) -> delete(user, admin, clientDevice))));
	}

	private void delete(User user, Caller admin, ClientDevice clientDevice) {
		user.revokeTokens();
		this.endSessions.endAll(user, SessionEndReason.DELETED);
		this.audit.record(AuditAction.REMOVED, user.id(), admin.id(), null, clientDevice);
		user.delete(this.clock.instant());
		this.users.delete(user);
	}

}
