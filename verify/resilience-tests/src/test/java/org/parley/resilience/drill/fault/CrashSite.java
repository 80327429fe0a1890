package org.parley.resilience.drill.fault;

import java.util.List;
import java.util.Map;

/**
 * A step at which a crash could lose or repeat an event. The names of classes and methods
 * must be kept in step with the code.
 *
 * @param step a description
 * @param where the method, in the crash agent's format
 * @param passes the crash happens at one of the first so many passes
 */
public record CrashSite(String step, String where, int passes) {

	private static final int FREQUENT = 40;

	/** So few that a process reaches them soon after its start. */
	private static final int RARE = 3;

	private static final String COMMIT = "org.springframework.data.mongodb.MongoTransactionManager.doCommit";

	private static final String GROUP_COMMIT = "org.parley.platform.mongo.transaction.GroupCommit.commit";

	private static final String OUTBOX = "org.parley.platform.messaging.outbox.";

	private static final String QUEUE = "org.parley.platform.messaging.queue.";

	private static final String INBOX = "org.parley.platform.messaging.inbox.";

	private static final String RECEIPT = "org.parley.webhook.receipt.";

	private static final String MAIL = "org.parley.notification.mail.";

	/** Save, relay, confirm, remove. */
	public static final List<CrashSite> OF_PUBLISHERS = List.of(
			new CrashSite("event saved, not committed", "after:" + OUTBOX + "Outbox.on"),
			new CrashSite("about to commit", "before:" + COMMIT), new CrashSite("committed", "after:" + COMMIT),
			new CrashSite("about to commit a group", "before:" + GROUP_COMMIT, RARE),
			new CrashSite("group committed", "after:" + GROUP_COMMIT, RARE),
			new CrashSite("loaded, not sent", "after:" + OUTBOX + "OutboxRelay.next", RARE),
			new CrashSite("sent, not confirmed", "after:" + OUTBOX + "OutboxPublisher.send", RARE),
			new CrashSite("confirmed, not removed", "after:" + OUTBOX + "OutboxPublisher.publish", RARE),
			new CrashSite("removed", "after:" + OUTBOX + "OutboxRelay.remove", RARE));

	/** Receive, apply, acknowledge. */
	public static final List<CrashSite> OF_LISTENERS = List.of(
			new CrashSite("received", "before:" + QUEUE + "QueueListener.receive"),
			new CrashSite("recorded, not applied", "after:" + INBOX + "Inbox.record"),
			new CrashSite("applied, not committed", "before:" + COMMIT),
			new CrashSite("committed, not acknowledged", "after:" + COMMIT),
			new CrashSite("about to acknowledge", "before:" + QUEUE + "QueueListener.acknowledge"),
			new CrashSite("acknowledged", "after:" + QUEUE + "QueueListener.acknowledge"));

	/** Accept, read, publish and send a mail; by process. */
	public static final Map<String, List<CrashSite>> OF_MAILS = Map.of("webhook-service",
			List.of(new CrashSite("mail stored, not committed", "after:" + RECEIPT + "Receipts.add", RARE),
					new CrashSite("mail committed, not accepted", "after:" + RECEIPT + "inbound.ReceiveWebhook.receive",
							RARE)),
			"webhook-service-worker",
			List.of(new CrashSite("receipt claimed", "after:" + RECEIPT + "Receipts.claim", RARE),
					new CrashSite("mail read, not published",
							"after:" + RECEIPT + "processing.InboundMailHandler.handle", RARE),
					new CrashSite("processed, not committed", "after:" + RECEIPT + "Receipts.markProcessed", RARE),
					new CrashSite("about to acknowledge", "before:" + QUEUE + "QueueListener.acknowledge", RARE)),
			"notification-service-worker",
			List.of(new CrashSite("mail known, not published", "after:" + MAIL + "reply.ReceivedMails.add", RARE),
					new CrashSite("about to acknowledge", "before:" + QUEUE + "QueueListener.acknowledge", RARE),
					new CrashSite("mail claimed, not sent", "after:" + MAIL + "Mails.claim", RARE),
					new CrashSite("mail sent, not recorded", "after:" + MAIL + "transport.MailServers.deliver",
							RARE),
					new CrashSite("mail recorded", "after:" + MAIL + "Mails.markSent", RARE)),
			"forum-service",
			List.of(new CrashSite("reply written, not committed",
					"after:org.parley.forum.mailedpost.PublishMailedPost.publish", RARE),
					new CrashSite("about to acknowledge", "before:" + QUEUE + "QueueListener.acknowledge", RARE)));

	private CrashSite(String step, String where) {
		this(step, where, FREQUENT);
	}

}
