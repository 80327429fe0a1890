package org.parley.auth.signin.verification;

import java.time.InstantSource;
import java.util.List;

import org.parley.auth.user.User;
import org.parley.auth.user.Users;
import org.parley.platform.jobs.Job;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Removes accounts whose address stays unverified, where verification is required. */
@Component
@EnableConfigurationProperties(VerificationSettings.class)
class RemoveUnverified implements Job {

	private static final Limit BATCH = Limit.of(100);

	private final VerificationSettings settings;

	private final Users users;

	private final RemoveUnverifiedUser removeUser;

	private final UnitOfWork unitOfWork;

	private final InstantSource clock;

	RemoveUnverified(VerificationSettings settings, Users users, RemoveUnverifiedUser removeUser, UnitOfWork unitOfWork,
			InstantSource clock) {
		this.settings = settings;
		this.users = users;
		this.removeUser = removeUser;
		this.unitOfWork = unitOfWork;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "remove-unverified";
	}

	@Override
	public String schedule() {
		return "0 30 3 * * *";
	}

	@Override
	public String run() {
		if (!this.settings.required()) {
			return "Verification is not required.";
		}
		var count = 0;
		for (var due = findDue(); !due.isEmpty(); due = findDue()) {
			for (var user : due) {
				count += this.unitOfWork.run(() -> this.removeUser.remove(user.id())) ? 1 : 0;
			}
		}
		return "%d accounts removed.".formatted(count);
	}

	private List<User> findDue() {
		return this.users.findUnverified(this.clock.instant().minus(this.settings.patience()), BATCH);
	}

}
