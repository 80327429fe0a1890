package org.parley.resilience.checks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;
import org.parley.launcher.checkout.Checkout;
import org.parley.system.ServiceDatabase;

/** The databases of forum-service and of the services that consume its events. */
final class ServiceDatabases implements AutoCloseable {

	private final ServiceDatabase forum;

	private final ServiceDatabase moderation;

	private final ServiceDatabase summary;

	private final ServiceDatabase notification;

	private final ServiceDatabase webhook;

	ServiceDatabases(Checkout checkout) {
		this.forum = database(checkout, "forum-service");
		this.moderation = database(checkout, "moderation-service");
		this.summary = database(checkout, "summary-service");
		this.notification = database(checkout, "notification-service");
		this.webhook = database(checkout, "webhook-service");
	}

	private static ServiceDatabase database(Checkout checkout, String service) {
		return new ServiceDatabase(service, checkout.serversOf(service));
	}

	private List<ServiceDatabase> all() {
		return List.of(this.forum, this.moderation, this.summary, this.notification, this.webhook);
	}

	/** Returns the estimated number of handled events. */
	long countHandled() {
		return all().stream().mapToLong((database) -> database.estimateCount("inbox")).sum();
	}

	/**
	 * Checks that no work since then is pending: events, notifications, mails, checks,
	 * webhooks.
	 */
	boolean areSettled(Instant start, String subscription) {
		return all().stream().allMatch((database) -> database.isEmpty("outbox"))
				&& this.notification.isEmpty("deferred_news", Filters.gte("since", start))
				&& this.notification.isEmpty("mails",
						Filters.and(ServiceDatabase.createdSince(start), Filters.exists("dueAt")))
				&& this.moderation.isEmpty("checks",
						Filters.and(Filters.eq("stage", "FIRST"), Filters.gte("arrivedAt", start)))
				&& this.webhook.isEmpty("receipts",
						Filters.and(ServiceDatabase.createdSince(start),
								Filters.in("status", "RECEIVED", "PROCESSING")))
				&& this.webhook.isEmpty("deliveries", Filters.and(Filters.eq("subscription", subscription),
						Filters.in("status", "WAITING", "SENDING")));
	}

	NotificationCheck notificationCheck(Collection<String> replies, Collection<String> threads) {
		return new NotificationCheck(
				this.notification.countBy("notification_receipts", "source", Filters.in("source", replies)),
				notifiedReplies(threads));
	}

	/** Counts the replies in the notifications of each thread's author. */
	private Map<String, Long> notifiedReplies(Collection<String> threads) {
		var authors = this.forum.find("threads", Filters.in("_id", threads), "authorId")
			.stream()
			.collect(Collectors.toMap((thread) -> thread.getString("_id"), (thread) -> thread.getString("authorId")));
		var news = Filters.and(Filters.eq("kind", "REPLY"), Filters.in("threadId", threads));
		return this.notification.find("notifications", news, "threadId", "userId", "count")
			.stream()
			.filter((notification) -> notification.getString("userId")
				.equals(authors.get(notification.getString("threadId"))))
			.collect(Collectors.groupingBy((notification) -> notification.getString("threadId"),
					Collectors.summingLong((notification) -> notification.getInteger("count"))));
	}

	/** Counts each post once, because a post has one check. */
	ModerationCheck moderationCheck(Collection<String> replies, Collection<String> threads) {
		var openings = Filters.and(Filters.in("thread._id", threads), Filters.eq("post.number", 1));
		return new ModerationCheck(this.moderation.countBy("checks", "_id", judged(Filters.in("_id", replies))),
				this.moderation.countBy("checks", "thread._id", judged(openings)));
	}

	private static Bson judged(Bson posts) {
		return Filters.and(posts, Filters.exists("judgement.verdict"));
	}

	/** Counts only verification mails. */
	MailCheck mailCheck(Collection<String> people, Arrivals arrivals) {
		var mails = Filters.and(Filters.eq("template", "VERIFICATION"), Filters.in("userId", people));
		return new MailCheck(this.notification.countBy("mails", "userId", mails),
				this.notification.countBy("mails", "userId", Filters.and(mails, Filters.eq("state", "SENT"))),
				arrivals);
	}

	WebhookReceiptCheck receiptCheck(Collection<String> webhooks) {
		var receipts = Filters.and(Filters.eq("provider", "hmac"), Filters.in("eventId", webhooks));
		return new WebhookReceiptCheck(this.webhook.countBy("receipts", "eventId", receipts),
				this.webhook.countBy("receipts", "eventId", Filters.and(receipts, Filters.eq("status", "PROCESSED"))));
	}

	@Override
	public void close() {
		all().forEach(ServiceDatabase::close);
	}

}
