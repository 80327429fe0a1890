package org.parley.witness;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import tools.jackson.databind.JsonNode;

/** Hears all that there is to hear, and remembers it. */
abstract class EverythingListener {

	private final Trouble trouble;

	private final Testimonies testimonies;

	private final Projection projection;

	EverythingListener(Trouble trouble, Testimonies testimonies, Projection projection) {
		this.trouble = trouble;
		this.testimonies = testimonies;
		this.projection = projection;
	}

	@Hears({ "user.registered", "user.profile-changed", "user.role-changed", "session.revoked", "user.snapshot",
			"category.created", "category.changed", "category.removed", "thread.created", "thread.edited",
			"thread.locked", "thread.unlocked", "thread.pinned", "thread.unpinned", "thread.moved", "thread.hidden",
			"thread.archived", "thread.removed", "thread.restored", "post.created", "post.edited", "post.removed",
			"post.restored", "answer.accepted", "answer.withdrawn", "report.filed", "votes.changed",
			"subscription.changed", "post.status-changed", "user.verified", "user.banned", "user.unbanned",
			"user.deleted", "contact.changed", "email-verification.requested", "password-reset.requested",
			"email-change.requested", "email-change.made", "security.alert", "moderation.verdict", "case.opened",
			"case.decided", "summary.requested", "summary.completed", "summary.failed", "notification.created",
			"notification.read", "webhook.received", "contact.snapshot", "category.snapshot", "thread.snapshot",
			"post.snapshot", "subscription.snapshot", "report.closed", "erasure.requested", "erasure.done",
			"export.requested", "export.part", "thread.split", "thread.merged", "post.moved", "setup.completed",
			"replay.marked" })
	void on(JsonNode data, EventEnvelope event) {
		this.trouble.with(event);
		this.testimonies.add(event, data);
		this.projection.apply(event.type(), data);
	}

}
