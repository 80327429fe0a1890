package org.parley.moderation.cases;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what there is nothing to decide about any more, and brings it back when its
 * post or thread is. Part of the transaction that notes why.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WithdrawCase {

	private final Cases cases;

	WithdrawCase(Cases cases) {
		this.cases = cases;
	}

	/** The post is gone, or a check finds nothing wrong with it any more. */
	public void withdrawPost(String postId, CaseWithdrawal why) {
		this.cases.unresolvedOf(postId)
			.filter((one) -> why != CaseWithdrawal.EDITED || !one.isReported())
			.ifPresent((one) -> withdraw(one, why));
	}

	/** The thread is gone. */
	public void withdrawThread(String threadId) {
		this.cases.unresolvedIn(threadId).forEach((one) -> withdraw(one, CaseWithdrawal.THREAD_REMOVED));
	}

	/** The post is back. */
	public void reopenPost(String postId) {
		this.cases.withdrawnOf(postId).ifPresent(this::reopen);
	}

	/** The thread is back. */
	public void reopenThread(String threadId) {
		this.cases.withdrawnIn(threadId).forEach(this::reopen);
	}

	private void withdraw(ModerationCase one, CaseWithdrawal why) {
		one.withdraw(why);
		this.cases.update(one);
	}

	private void reopen(ModerationCase one) {
		if (this.cases.unresolvedOf(one.grounds().post().id()).isEmpty()) {
			one.reopen();
			this.cases.update(one);
		}
	}

}
