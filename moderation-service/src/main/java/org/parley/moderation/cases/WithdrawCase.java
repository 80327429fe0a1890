package org.parley.moderation.cases;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Withdraws cases of removed posts and threads and reopens them on restore, within the
 * caller's transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WithdrawCase {

	private final Cases cases;

	WithdrawCase(Cases cases) {
		this.cases = cases;
	}

	public void withdrawPost(String postId, CaseWithdrawal reason) {
		this.cases.findUnresolvedOfPost(postId).ifPresent((open) -> withdraw(open, reason));
	}

	/** Withdraws the case of a post or message, unless a reader has reported it. */
	public void withdrawUnreported(String postId, CaseWithdrawal reason) {
		this.cases.findUnresolvedOfPost(postId)
			.filter((open) -> !open.isReported())
			.ifPresent((open) -> withdraw(open, reason));
	}

	public void withdrawThread(String threadId) {
		this.cases.findUnresolvedInThread(threadId).forEach((open) -> withdraw(open, CaseWithdrawal.THREAD_REMOVED));
	}

	public void reopenPost(String postId) {
		this.cases.findWithdrawnOfPost(postId).ifPresent(this::reopen);
	}

	public void reopenThread(String threadId) {
		this.cases.findWithdrawnInThread(threadId).forEach(this::reopen);
	}

	private void withdraw(ModerationCase open, CaseWithdrawal reason) {
		open.withdraw(reason);
		this.cases.update(open);
	}

	private void reopen(ModerationCase withdrawn) {
		if (this.cases.findUnresolvedOfPost(withdrawn.grounds().post().id()).isEmpty()) {
			withdrawn.reopen();
			this.cases.update(withdrawn);
		}
	}

}
