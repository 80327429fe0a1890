package org.parley.resilience.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.parley.launcher.checkout.LocalMailbox;
import org.parley.launcher.checkout.LocalMailbox.Mail;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.process.LauncherException;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;
import org.parley.resilience.writers.DrillUser;
import org.parley.resilience.writers.DrillUsers;
import org.parley.resilience.writers.PagedList;
import org.parley.resilience.writers.RepeatedRequest;
import org.parley.system.WebhookSender;

/** A person who answers mails about their thread by mail, and one who replies there. */
final class MailPair {

	/** Below the thirty mails and writes that a person may send in a minute. */
	private static final Duration PAUSE = Duration.ofSeconds(3);

	private static final Duration AGAIN = Duration.ofMillis(500);

	/**
	 * A worker that crashes with a mail leaves it to others after a lease of two minutes,
	 * and may crash again.
	 */
	private static final Duration LONGEST_LEASES = Duration.ofMinutes(10);

	private final GatewayClient gateway;

	private final LocalMailbox mailbox;

	private final WebhookSender sender;

	private final String name;

	private final DrillUser author;

	private final DrillUser other;

	private final String thread;

	private final AtomicInteger marks = new AtomicInteger();

	private final Queue<String> answers = new ConcurrentLinkedQueue<>();

	private final Queue<String> replies = new ConcurrentLinkedQueue<>();

	private final List<LedgerFinding> missing = new ArrayList<>();

	private MailPair(GatewayClient gateway, LocalMailbox mailbox, WebhookSender sender, String name, DrillUser author,
			DrillUser other, String thread) {
		this.gateway = gateway;
		this.mailbox = mailbox;
		this.sender = sender;
		this.name = name;
		this.author = author;
		this.other = other;
		this.thread = thread;
	}

	static MailPair open(GatewayClient gateway, LocalMailbox mailbox, WebhookSender sender, String name,
			String category) {
		var author = register(gateway, "a" + name);
		verify(gateway, mailbox, "a" + name);
		var thread = RepeatedRequest
			.untilAccepted(author,
					(caller) -> caller.with("Idempotency-Key", name)
						.post("/threads", Map.of("category", category, "title", "Thread " + name, "content", "First.")))
			.orElseThrow()
			.text("/data/id");
		return new MailPair(gateway, mailbox, sender, name, author, register(gateway, "o" + name), thread);
	}

	private static DrillUser register(GatewayClient gateway, String username) {
		return DrillUser.registered(gateway, username, DrillUser.register(gateway.guest(), username).is(201));
	}

	private static void verify(GatewayClient gateway, LocalMailbox mailbox, String username) {
		var link = await(() -> mailbox.mails(DrillUsers.address(username))
			.stream()
			.flatMap((mail) -> mail.links().stream())
			.filter((found) -> found.contains("/verify-email?token="))
			.findFirst()).orElseThrow(() -> new LauncherException(username + " got no mail"));
		gateway.guest().post("/auth/verify-email", Map.of("token", link.substring(link.indexOf('=') + 1))).is(200);
	}

	/** One reply, the mail about it, and the answer to that. */
	void talk() {
		var mark = this.name + "-" + this.marks.incrementAndGet();
		var reply = RepeatedRequest.untilAccepted(this.other, (caller) -> caller.with("Idempotency-Key", mark)
			.post("/posts", Map.of("threadId", this.thread, "content", "Reply " + mark)));
		if (reply.isPresent()) {
			var link = "/threads/%s?post=%s".formatted(this.thread, reply.get().text("/data/number"));
			this.replies.add(link);
			var mail = await(() -> mailsAbout(link).stream().findFirst());
			mail.ifPresentOrElse((found) -> answer(found, mark),
					() -> this.missing.add(new LedgerFinding(Fault.LOST, "No mail about " + link)));
			// While a notification is unread, further replies are not mailed.
			RepeatedRequest.untilAccepted(this.author, (caller) -> caller.put("/notifications/read-all", Map.of()));
		}
		Await.sleep(PAUSE);
	}

	private List<Mail> mailsAbout(String link) {
		return this.mailbox.mails(address())
			.stream()
			.filter((mail) -> mail.links().stream().anyMatch((found) -> found.endsWith(link)))
			.toList();
	}

	/** A provider repeats a mail until it is accepted. */
	private void answer(Mail mail, String mark) {
		var mime = """
				Delivered-To: %s
				From: %s
				To: %s
				Subject: Re: %s
				Message-ID: <%s@mail.example.com>
				In-Reply-To: %s

				Answer %s
				""".formatted(mail.replyTo(), address(), mail.replyTo(), mail.subject(), mark, mail.messageId(), mark);
		var end = Instant.now().plus(RepeatedRequest.TIMEOUT);
		while (Instant.now().isBefore(end)) {
			if (RepeatedRequest
				.once(this.author, (_) -> this.sender.sendMail(this.gateway.guest(), mark, mime.replace("\n", "\r\n")))
				.filter((response) -> response.status() == 200)
				.isPresent()) {
				this.answers.add(mark);
				return;
			}
			Await.sleep(AGAIN);
		}
	}

	List<LedgerFinding> findings() {
		var posts = PagedList.read(this.author, "/threads/" + this.thread + "/posts")
			.stream()
			.map((post) -> post.path("content").asString("").strip())
			.toList();
		var findings = new ArrayList<>(this.missing);
		this.answers.forEach((mark) -> findings.addAll(
				MailCount.findings("The answer " + mark, posts.stream().filter(("Answer " + mark)::equals).count())));
		this.replies.forEach((link) -> findings.addAll(MailCount.findings("The mail about " + link,
				mailsAbout(link).stream().map(Mail::messageId).distinct().count())));
		return findings;
	}

	int replies() {
		return this.replies.size();
	}

	int answers() {
		return this.answers.size();
	}

	/** The mails that arrived again with the same id. */
	int repeats() {
		var all = this.mailbox.mails(address());
		return all.size() - Math.toIntExact(all.stream().map(Mail::messageId).distinct().count());
	}

	private String address() {
		return DrillUsers.address("a" + this.name);
	}

	private static <T> Optional<T> await(Supplier<Optional<T>> found) {
		var end = Instant.now().plus(LONGEST_LEASES);
		var result = found.get();
		while (result.isEmpty() && Instant.now().isBefore(end)) {
			Await.sleep(AGAIN);
			result = found.get();
		}
		return result;
	}

}
