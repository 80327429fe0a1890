package org.parley.launcher.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.parley.contracts.forum.FirstThread;
import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.seed.SampleTexts.SampleDiscussion;
import org.parley.launcher.seed.SampleTexts.SamplePerson;
import org.parley.launcher.seed.SampleTexts.SampleReply;

/**
 * Fills the empty forum of a development start through its API: three categories, the
 * threads of every new forum, and discussions of sample people. The threads have the tag
 * {@code start} or {@code sample}. Accounts of the checkout write nothing but the first
 * threads, so all samples go with the sample people.
 */
public final class SampleForum {

	private static final String TAG = "sample";

	private final GatewayClient gatewayClient;

	private final Accounts accounts;

	private final String language;

	private final Map<String, ApiUser> writers = new HashMap<>();

	private SampleForum(GatewayClient gatewayClient, Accounts accounts, String language) {
		this.gatewayClient = gatewayClient;
		this.accounts = accounts;
		this.language = language;
	}

	/**
	 * Fills a forum that has no categories.
	 * @return what was created; empty if the forum has categories, or does not answer as
	 * a forum does
	 */
	public static Optional<String> fill(GatewayClient gatewayClient, Accounts accounts, String language) {
		var known = gatewayClient.guest().get("/categories");
		if (known.status() != 200 || !known.at("/data").isArray() || !known.at("/data").isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new SampleForum(gatewayClient, accounts, language).fill());
	}

	private String fill() {
		var texts = SampleTexts.in(this.language);
		var admin = signIn(this.accounts.admin());
		texts.categories().forEach((category) -> admin.insist("POST", "/categories", category).is(201));
		SampleTexts.ofNewForum(this.language)
			.reversed()
			.forEach((thread) -> start(thread, texts.categories().getFirst().slug(), admin));
		this.accounts.accounts()
			.forEach((account) -> this.writers.computeIfAbsent(account.username(), (_) -> signIn(account)));
		register(texts.people(), admin);
		texts.discussions().forEach(this::discuss);
		return "%d categories, and discussions of %d people".formatted(texts.categories().size(), this.writers.size());
	}

	private ApiUser signIn(Accounts.Account account) {
		return this.gatewayClient.signIn(account.username(), account.password());
	}

	private void start(FirstThread thread, String category, ApiUser admin) {
		var started = admin.insist("POST", "/threads", Map.of("category", category, "title", thread.title(), "content",
				thread.content(), "tags", thread.tags()));
		var id = started.is(201).text("/data/id");
		if (thread.pinned()) {
			admin.insist("POST", "/threads/%s/pin".formatted(id), null).is(200);
		}
	}

	/**
	 * Nobody knows the passwords of sample people, whom administrators remove by their
	 * addresses.
	 */
	private void register(List<SamplePerson> people, ApiUser admin) {
		people.parallelStream()
			.map((person) -> Map.entry(person.username(), register(person, admin)))
			.toList()
			.forEach((person) -> this.writers.put(person.getKey(), person.getValue()));
	}

	private ApiUser register(SamplePerson person, ApiUser admin) {
		var password = UUID.randomUUID().toString();
		var guest = this.gatewayClient.guest();
		var registered = guest.insist("POST", "/auth/register",
				Map.of("name", person.name(), "username", person.username(), "email",
						"sample.%s@parley.invalid".formatted(person.username()), "password", password));
		// Tokens are answered once, and that answer may be lost.
		var session = (registered.status() == 409)
				? guest.insist("POST", "/auth/login", Map.of("login", person.username(), "password", password)).is(200)
				: registered.is(201);
		admin.insist("POST", "/admin/users/%s/verify".formatted(session.text("/data/user/id")), null);
		return guest.signedIn(session.text("/data/accessToken"));
	}

	private void discuss(SampleDiscussion discussion) {
		var started = writer(discussion.author()).insist("POST", "/threads",
				Map.of("category", discussion.category(), "title", discussion.title(), "content", discussion.content(),
						"tags", Stream.concat(discussion.tags().stream(), Stream.of(TAG)).toList()))
			.is(201);
		var thread = started.text("/data/id");
		var replies = new ArrayList<GatewayResponse>();
		for (var reply : discussion.replies()) {
			var posted = writer(reply.author())
				.insist("POST", "/posts", Map.of("threadId", thread, "content", content(reply, discussion, replies)))
				.is(201);
			replies.add(posted);
			vote(reply, posted);
			if (reply.accepted()) {
				writer(discussion.author())
					.insist("PUT", "/threads/%s/answer".formatted(thread), Map.of("postId", posted.text("/data/id")))
					.is(200);
			}
		}
	}

	private String content(SampleReply reply, SampleDiscussion discussion, List<GatewayResponse> replies) {
		if (reply.quote() == null) {
			return reply.content();
		}
		var quoted = replies.get(reply.quote());
		var author = discussion.replies().get(reply.quote()).author();
		return "> [@%s](/posts/%s)\n>\n> %s\n\n%s".formatted(author, quoted.text("/data/id"),
				quoted.text("/data/content").replace("\n", "\n> "), reply.content());
	}

	private void vote(SampleReply reply, GatewayResponse posted) {
		this.writers.entrySet()
			.stream()
			.filter((writer) -> !writer.getKey().equals(reply.author()))
			.limit(reply.votes())
			.forEach((writer) -> writer.getValue()
				.insist("PUT", "/posts/%s/vote".formatted(posted.text("/data/id")), Map.of("value", 1))
				.is(200));
	}

	private ApiUser writer(String username) {
		return Optional.ofNullable(this.writers.get(username)).orElseThrow();
	}

}
