package org.parley.witness;

import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventHandler;
import tools.jackson.databind.JsonNode;

/** Consumes every event type and records the events. */
abstract class EverythingListener {

	private final InjectedFailures injectedFailures;

	private final RecordedEvents recordedEvents;

	private final Projection projection;

	EverythingListener(InjectedFailures injectedFailures, RecordedEvents recordedEvents, Projection projection) {
		this.injectedFailures = injectedFailures;
		this.recordedEvents = recordedEvents;
		this.projection = projection;
	}

	@EventHandler({ "user.registered", "user.profile-changed", "user.role-changed", "user.groups-changed",
			"session.revoked", "user.snapshot", "category.created", "category.changed", "category.removed",
			"thread.created", "thread.edited", "thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned",
			"thread.moved", "thread.hidden", "thread.archived", "thread.removed", "thread.restored", "thread.read",
			"post.created", "post.edited", "post.removed", "post.restored", "answer.accepted", "answer.withdrawn",
			"report.filed", "votes.changed", "subscription.changed", "post.status-changed", "user.verified",
			"user.banned", "user.unbanned", "user.deleted", "contact.changed", "email-verification.requested",
			"password-reset.requested", "email-change.requested", "email-change.made", "security.alert",
			"moderation.verdict", "case.opened", "case.decided", "case.reversed", "statement.issued",
			"statement.lifted", "appeal.filed", "appeal.decided", "policy.changed", "summary.requested",
			"summary.completed", "summary.failed", "notification.created", "notification.read", "conversation.created",
			"conversation.changed", "conversation.removed", "membership.started", "membership.ended", "message.created",
			"message.edited", "message.reacted", "message.removed", "position.changed", "webhook.received",
			"webhook-endpoint.failing", "webhook-endpoint.stopped", "mail.delivered", "mail.bounced", "mail.complained",
			"mail.unsubscribed", "mail.received", "post.mailed", "mailed-post.refused", "contact.snapshot",
			"category.snapshot", "thread.snapshot", "post.snapshot", "subscription.snapshot", "report.closed",
			"erasure.requested", "erasure.done", "export.requested", "export.part", "thread.split", "thread.merged",
			"post.moved", "setup.completed", "replay.marked", "membership.muted", "message.restored", "invitation.sent",
			"picture.offered", "sign-in.requested", "message.reported", "message.accepted", "message-case.opened",
			"message-case.decided", "message-case.reversed", "message-moderation.verdict", "message-statement.issued",
			"message-statement.lifted", "message-appeal.filed", "message-appeal.decided", "room-message.written",
			"room-message.removed", "social-moderation.verdict", "social-case.opened", "social-case.decided",
			"social-case.reversed", "social-statement.issued", "social-statement.lifted", "social-appeal.filed",
			"social-appeal.decided", "social-post.created", "social-post.edited", "social-post.removed",
			"social-comment.created", "social-comment.edited", "social-comment.removed", "social-reaction.changed",
			"social-report.filed", "social-account.changed", "follow.requested", "follow.started", "follow.ended",
			"block.started", "block.ended", "social-post.snapshot", "social-account.snapshot", "follow.snapshot",
			"block.snapshot", "conversation.snapshot", "media.uploaded", "media.ready", "media.refused",
			"media.removed", "media.snapshot", "media-use.changed", "media-use.snapshot", "mails.counted",
			"social-post.opened", "social-comment.opened", "administrator.acted", "message-report.closed",
			"social-report.closed", "case.withdrawn", "message-case.withdrawn", "social-case.withdrawn",
			"approval.requested" })
	void on(JsonNode data, EventEnvelope event) {
		this.injectedFailures.failIfConfigured(event);
		this.recordedEvents.add(event, data);
		this.projection.apply(event.type(), data);
	}

}
