package org.parley.moderation.cases;

import org.parley.moderation.subject.ContentRestored;
import org.parley.moderation.subject.ContentWithdrawn;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Withdraws cases of removed posts and threads and reopens them on restore, of which
 * moderators are told again, within the caller's transaction. A removal that is handled
 * after a later restoration has no effect, nor has a restoration after a later removal.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class WithdrawCase {

	private final Cases cases;

	private final MongoOperations mongo;

	private final ApplicationEventPublisher publisher;

	WithdrawCase(Cases cases, MongoOperations mongo, ApplicationEventPublisher publisher) {
		this.cases = cases;
		this.mongo = mongo;
		this.publisher = publisher;
	}

	/**
	 * Withdraws the case of a removed post or social text. If its thread is removed, too,
	 * restoring the thread no longer reopens the case.
	 * @param version the version of the content after its removal
	 */
	public void withdrawPost(String postId, long version) {
		this.publisher.publishEvent(new ContentWithdrawn(postId));
		if (isNewest(postId, version)) {
			this.cases.findUnresolvedOfPost(postId)
				.or(() -> this.cases.findWithdrawnOfPost(postId, CaseWithdrawal.THREAD_REMOVED))
				.ifPresent((found) -> withdraw(found, CaseWithdrawal.POST_REMOVED));
		}
	}

	/** Withdraws the case of a post or message, unless a reader has reported it. */
	public void withdrawUnreported(String postId, CaseWithdrawal reason) {
		if (reason == CaseWithdrawal.POST_REMOVED) {
			this.publisher.publishEvent(new ContentWithdrawn(postId));
		}
		this.cases.findUnresolvedOfPost(postId)
			.filter((open) -> !open.isReported())
			.ifPresent((open) -> withdraw(open, reason));
	}

	public void withdrawThread(String threadId, long version) {
		this.publisher.publishEvent(new ContentWithdrawn(threadId));
		if (isNewest(threadId, version)) {
			this.cases.findUnresolvedInThread(threadId)
				.forEach((open) -> withdraw(open, CaseWithdrawal.THREAD_REMOVED));
		}
	}

	public void reopenPost(ContentRestored restored) {
		if (isNewest(restored.contentId(), restored.version())) {
			this.publisher.publishEvent(restored);
			this.cases.findWithdrawnOfPost(restored.contentId(), CaseWithdrawal.POST_REMOVED).ifPresent(this::reopen);
		}
	}

	public void reopenThread(String threadId, long version) {
		if (isNewest(threadId, version)) {
			this.cases.findWithdrawnInThread(threadId).forEach(this::reopen);
		}
	}

	/** The write makes concurrent removals and restorations conflict. */
	private boolean isNewest(String contentId, long version) {
		var before = this.mongo.findAndModify(new Query(Criteria.where("_id").is(contentId)),
				new Update().max("version", version), FindAndModifyOptions.options().upsert(true), Removal.class);
		return before == null || before.version() < version;
	}

	private void withdraw(ModerationCase open, CaseWithdrawal reason) {
		var event = open.withdraw(reason);
		this.cases.update(open);
		this.publisher.publishEvent(event);
	}

	private void reopen(ModerationCase withdrawn) {
		if (this.cases.findUnresolvedOfPost(withdrawn.grounds().post().id()).isEmpty()) {
			withdrawn.reopen();
			this.cases.update(withdrawn);
			this.publisher.publishEvent(withdrawn.opening());
		}
	}

}
