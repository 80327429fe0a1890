package org.parley.chat.recent;

import io.lettuce.core.RedisFuture;
import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Ids;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps entries exact while the database changes. Redis knows of a change before it is
 * committed, and nobody uses or fills the entry until the change has ended. A process
 * that dies in between leaves its mark, which costs the entry its content.
 */
@Component
public class RecentChanges {

	private final RecentEntries entries;

	RecentChanges(RecentEntries entries) {
		this.entries = entries;
	}

	/** Announces a change of a subject in the current transaction. */
	public void change(String subject, RecentEffect effect) {
		TransactionSynchronizationManager
			.registerSynchronization(new AnnouncedChange(this.entries, subject, Ids.next(), effect));
	}

	/** Runs a change that is no part of a transaction. */
	public void around(String subject, Runnable change) {
		var announced = new AnnouncedChange(this.entries, subject, Ids.next(), RecentEffect.wipe());
		announced.beforeCommit(false);
		var status = TransactionSynchronization.STATUS_UNKNOWN;
		try {
			change.run();
			status = TransactionSynchronization.STATUS_COMMITTED;
		}
		finally {
			announced.afterCompletion(status);
		}
	}

	/** A change of one subject. The announcement travels while the transaction works. */
	private static final class AnnouncedChange implements TransactionSynchronization {

		private final RecentEntries entries;

		private final String subject;

		private final String token;

		private final RecentEffect effect;

		private final @Nullable RedisFuture<Long> begun;

		AnnouncedChange(RecentEntries entries, String subject, String token, RecentEffect effect) {
			this.entries = entries;
			this.subject = subject;
			this.token = token;
			this.effect = effect;
			this.begun = entries.begin(subject, token);
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			this.entries.confirm(this.begun);
		}

		@Override
		public void afterCompletion(int status) {
			this.entries.end(this.subject, this.token, switch (status) {
				case STATUS_COMMITTED -> this.effect;
				case STATUS_ROLLED_BACK -> RecentEffect.NONE;
				default -> RecentEffect.DOUBT;
			});
		}

	}

}
