package org.parley.launcher.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.parley.contracts.forum.FirstThread;
import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.seed.SampleTexts.SampleDiscussion;
import org.parley.launcher.seed.SampleTexts.SamplePerson;
import org.parley.launcher.seed.SampleTexts.SampleReply;
import org.parley.localstack.SecretFile;
import tools.jackson.databind.JsonNode;

/**
 * Fills the empty forum of a development start through its API: three categories, the
 * threads of every new forum, and discussions of sample people. The threads have the tag
 * {@code start} or {@code sample}. Accounts of the checkout write nothing but the first
 * threads, so all samples go with the sample people. Each step is taken once, so that a
 * later start completes what an earlier one has not, unless another person has the
 * username of a sample person.
 */
public final class SampleForum {

	private static final String TAG = "sample";

	/** A conflict with other requests ends soon; a name that others have stays taken. */
	private static final int REGISTRATIONS = 4;

	private final GatewayClient gatewayClient;

	private final Accounts accounts;

	private final SecretFile secrets;

	private final String language;

	private final Map<String, ApiUser> writers = new HashMap<>();

	private SampleForum(GatewayClient gatewayClient, Accounts accounts, SecretFile secrets, String language) {
		this.gatewayClient = gatewayClient;
		this.accounts = accounts;
		this.secrets = secrets;
		this.language = language;
	}

	/**
	 * Fills a forum that has no categories, or that an earlier start has filled in part.
	 * @return what was created; empty if the forum has categories, or does not answer as
	 * a forum does
	 */
	public static Optional<String> fill(Checkout checkout, GatewayClient gatewayClient, Accounts accounts,
			String language) {
		var unfinished = checkout.unfinishedSamples();
		try {
			if (!Files.exists(unfinished)) {
				if (!isEmpty(gatewayClient)) {
					return Optional.empty();
				}
				Files.writeString(unfinished, language);
			}
			var filled = new SampleForum(gatewayClient, accounts, checkout.secrets(), Files.readString(unfinished))
				.fill();
			Files.delete(unfinished);
			return Optional.of(filled);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isEmpty(GatewayClient gatewayClient) {
		var known = gatewayClient.guest().get("/categories");
		return known.status() == 200 && known.at("/data").isArray() && known.at("/data").isEmpty();
	}

	private String fill() {
		var texts = SampleTexts.in(this.language);
		var admin = signIn(this.accounts.admin());
		var slugs = texts(admin.get("/categories").is(200), "slug");
		texts.categories()
			.stream()
			.filter((category) -> !slugs.contains(category.slug()))
			.forEach((category) -> admin.insist("POST", "/categories", category).is(201));
		SampleTexts.ofNewForum(this.language)
			.reversed()
			.forEach((thread) -> start(thread, texts.categories().getFirst().slug(), admin));
		this.accounts.accounts()
			.forEach((account) -> this.writers.computeIfAbsent(account.username(), (_) -> signIn(account)));
		if (!register(texts.people(), admin)) {
			return "incomplete, as another person has a username of sample people";
		}
		texts.discussions().forEach((discussion) -> discuss(discussion, admin));
		return "%d categories, and discussions of %d people".formatted(texts.categories().size(), this.writers.size());
	}

	private static List<String> texts(GatewayResponse list, String field) {
		return list.at("/data").valueStream().map((one) -> one.path(field).asString("")).toList();
	}

	private ApiUser signIn(Accounts.Account account) {
		return this.gatewayClient.signIn(account.username(), account.password());
	}

	private void start(FirstThread thread, String category, ApiUser admin) {
		var id = find(thread.title(), admin)
			.orElseGet(
					() -> admin
						.insist("POST", "/threads",
								Map.of("category", category, "title", thread.title(), "content", thread.content(),
										"tags", thread.tags()))
						.is(201)
						.text("/data/id"));
		if (thread.pinned()) {
			admin.insist("POST", "/threads/%s/pin".formatted(id), null).is(200);
		}
	}

	/** The id of a thread that an earlier start has begun. */
	private static Optional<String> find(String title, ApiUser admin) {
		return admin.get("/threads?limit=50")
			.is(200)
			.at("/data")
			.valueStream()
			.filter((thread) -> thread.path("title").asString("").equals(title))
			.map((thread) -> thread.path("id").asString(""))
			.findFirst();
	}

	/**
	 * Only the file of secrets has the passwords of sample people, whom administrators
	 * remove by their addresses.
	 * @return whether all usernames are theirs
	 */
	private boolean register(List<SamplePerson> people, ApiUser admin) {
		var registered = people.parallelStream()
			.flatMap((person) -> register(person, admin).map((writer) -> Map.entry(person.username(), writer)).stream())
			.toList();
		registered.forEach((person) -> this.writers.put(person.getKey(), person.getValue()));
		return registered.size() == people.size();
	}

	private Optional<ApiUser> register(SamplePerson person, ApiUser admin) {
		var guest = this.gatewayClient.guest();
		return session(person, guest).map((session) -> {
			admin.insist("POST", "/admin/users/%s/verify".formatted(session.text("/data/user/id")), null);
			return guest.signedIn(session.text("/data/accessToken"));
		});
	}

	/**
	 * Registers a person, or signs in if an earlier start, or a request whose answer was
	 * lost, has registered them. Empty if the username belongs to another person.
	 */
	private Optional<GatewayResponse> session(SamplePerson person, ApiUser guest) {
		var password = this.secrets.get("password-of-sample-" + person.username());
		var registration = Map.of("name", person.name(), "username", person.username(), "email",
				"sample.%s@parley.invalid".formatted(person.username()), "password", password);
		var login = Map.of("login", person.username(), "password", password);
		var registered = guest.insist("POST", "/auth/register", registration);
		var isRefused = false;
		for (var i = 1; i < REGISTRATIONS && registered.status() == 409; i++) {
			var session = guest.insist("POST", "/auth/login", login);
			if (session.status() == 200) {
				return Optional.of(session);
			}
			isRefused = session.status() == 401;
			registered = guest.insist("POST", "/auth/register", registration);
		}
		return (isRefused && registered.status() == 409) ? Optional.empty() : Optional.of(registered.is(201));
	}

	private void discuss(SampleDiscussion discussion, ApiUser admin) {
		var thread = find(discussion.title(), admin).orElseGet(() -> begin(discussion));
		var posts = admin.get("/threads/%s/posts?limit=50".formatted(thread)).is(200).at("/data");
		var replies = new ArrayList<JsonNode>();
		for (var reply : discussion.replies()) {
			var content = content(reply, discussion, replies);
			var post = posts.valueStream()
				.filter((known) -> known.at("/author/username").asString("").equals(reply.author()))
				.filter((known) -> known.path("content").asString("").strip().endsWith(reply.content().strip()))
				.findFirst()
				.orElseGet(() -> writer(reply.author())
					.insist("POST", "/posts", Map.of("threadId", thread, "content", content))
					.is(201)
					.at("/data"));
			replies.add(post);
			var id = post.path("id").asString("");
			vote(reply, id);
			if (reply.accepted()) {
				writer(discussion.author()).insist("PUT", "/threads/%s/answer".formatted(thread), Map.of("postId", id))
					.is(200);
			}
		}
	}

	private String begin(SampleDiscussion discussion) {
		return writer(discussion.author()).insist("POST", "/threads",
				Map.of("category", discussion.category(), "title", discussion.title(), "content", discussion.content(),
						"tags", Stream.concat(discussion.tags().stream(), Stream.of(TAG)).toList()))
			.is(201)
			.text("/data/id");
	}

	private String content(SampleReply reply, SampleDiscussion discussion, List<JsonNode> replies) {
		if (reply.quote() == null) {
			return reply.content();
		}
		var quoted = replies.get(reply.quote());
		var author = discussion.replies().get(reply.quote()).author();
		return "> [@%s](/posts/%s)\n>\n> %s\n\n%s".formatted(author, quoted.path("id").asString(""),
				quoted.path("content").asString("").replace("\n", "\n> "), reply.content());
	}

	private void vote(SampleReply reply, String post) {
		this.writers.entrySet()
			.stream()
			.filter((writer) -> !writer.getKey().equals(reply.author()))
			.limit(reply.votes())
			.forEach((writer) -> writer.getValue()
				.insist("PUT", "/posts/%s/vote".formatted(post), Map.of("value", 1))
				.is(200));
	}

	private ApiUser writer(String username) {
		return Optional.ofNullable(this.writers.get(username)).orElseThrow();
	}

}
