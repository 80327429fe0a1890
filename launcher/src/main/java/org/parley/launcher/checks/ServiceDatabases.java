package org.parley.launcher.checks;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.infrastructure.ServiceDatabase;

/** The databases of the forum and of those who hear it. */
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

	/** About how many events were handled so far. */
	long handled() {
		return all().stream().mapToLong((database) -> database.size("inbox")).sum();
	}

	/**
	 * Whether nothing of what has happened since then waits to be said, told, mailed,
	 * checked, processed or delivered.
	 */
	boolean areSettled(Instant start, String subscription) {
		return all().stream().allMatch((database) -> database.isEmpty("outbox"))
				&& this.notification.isEmpty("late_news", Filters.gte("since", start))
				&& this.notification.isEmpty("mails",
						Filters.and(ServiceDatabase.since(start), Filters.exists("dueAt")))
				&& this.moderation.isEmpty("checks",
						Filters.and(Filters.eq("stage", "FIRST"), Filters.gte("since", start)))
				&& this.webhook.isEmpty("receipts",
						Filters.and(ServiceDatabase.since(start), Filters.in("status", "RECEIVED", "PROCESSING")))
				&& this.webhook.isEmpty("deliveries", Filters.and(Filters.eq("subscription", subscription),
						Filters.in("status", "WAITING", "SENDING")));
	}

	NotificationCheck notified(Collection<String> replies, Collection<String> threads) {
		return new NotificationCheck(this.notification.count("tellings", "source", Filters.in("source", replies)),
				told(threads));
	}

	/** Of how many replies the author of each thread was told; nobody else. */
	private Map<String, Long> told(Collection<String> threads) {
		var authors = this.forum.find("threads", Filters.in("_id", threads), "authorId")
			.stream()
			.collect(Collectors.toMap((thread) -> thread.getString("_id"), (thread) -> thread.getString("authorId")));
		var news = Filters.and(Filters.eq("kind", "REPLY"), Filters.in("threadId", threads));
		return this.notification.find("notifications", news, "threadId", "userId", "count")
			.stream()
			.filter((one) -> one.getString("userId").equals(authors.get(one.getString("threadId"))))
			.collect(Collectors.groupingBy((one) -> one.getString("threadId"),
					Collectors.summingLong((one) -> one.getInteger("count"))));
	}

	ModerationCheck judged(Collection<String> replies, Collection<String> threads) {
		var openings = Filters.and(Filters.in("threadId", threads), Filters.eq("number", 1));
		return new ModerationCheck(this.moderation.count("verdicts", "postId", Filters.in("postId", replies)),
				this.forum.count("posts", "_id", checked(Filters.in("_id", replies))),
				this.forum.count("posts", "threadId", checked(openings)));
	}

	private static Bson checked(Bson posts) {
		return Filters.and(posts, Filters.eq("moderation", "CHECKED"));
	}

	/** Only mails by which people show that their address is theirs. */
	MailCheck mailed(Collection<String> people, Arrivals arrivals) {
		var mails = Filters.and(Filters.eq("template", "VERIFICATION"), Filters.in("userId", people));
		return new MailCheck(this.notification.count("mails", "userId", mails),
				this.notification.count("mails", "userId", Filters.and(mails, Filters.eq("state", "SENT"))),
				arrivals);
	}

	WebhookReceiptCheck received(Collection<String> webhooks) {
		var receipts = Filters.and(Filters.eq("provider", "hmac"), Filters.in("eventId", webhooks));
		return new WebhookReceiptCheck(this.webhook.count("receipts", "eventId", receipts),
				this.webhook.count("receipts", "eventId", Filters.and(receipts, Filters.eq("status", "PROCESSED"))));
	}

	@Override
	public void close() {
		all().forEach(ServiceDatabase::close);
	}

}
