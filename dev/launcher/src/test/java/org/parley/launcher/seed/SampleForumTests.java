package org.parley.launcher.seed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.launcher.checkout.Accounts;
import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.UnexpectedAnswerException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SampleForumTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Accounts ACCOUNTS = new Accounts(List.of("admin", "moderator", "alice", "bob")
		.stream()
		.map((name) -> new Accounts.Account(name, name + "@example.org", "secret",
				name.equals("admin") ? List.of("user", "moderator", "admin") : List.of("user")))
		.toList());

	private final SampleTexts texts = SampleTexts.in("en");

	private final List<JsonNode> categories = new CopyOnWriteArrayList<>();

	private final List<JsonNode> threads = new CopyOnWriteArrayList<>();

	private final List<JsonNode> posts = new CopyOnWriteArrayList<>();

	private final List<String> people = new CopyOnWriteArrayList<>();

	private int failingPost = -1;

	private boolean conflicting;

	private @Nullable String taken;

	private final List<String> voted = new CopyOnWriteArrayList<>();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path root;

	@SuppressWarnings("NullAway.Init")
	private HttpServer server;

	@SuppressWarnings("NullAway.Init")
	private GatewayClient gateway;

	@BeforeEach
	void startForum() throws IOException {
		Files.createDirectories(new Checkout(this.root).state());
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::handle);
		this.server.start();
		this.gateway = new GatewayClient(URI.create("http://127.0.0.1:" + this.server.getAddress().getPort()));
	}

	@AfterEach
	void stopForum() {
		this.gateway.close();
		this.server.stop(0);
	}

	@Test
	void emptyForumIsFilledOnce() {
		assertThat(fill()).isPresent();
		requireComplete();
		assertThat(fill()).isEmpty();
	}

	@Test
	void laterStartCompletesTheSamples() {
		this.failingPost = 3;
		assertThatExceptionOfType(UnexpectedAnswerException.class).isThrownBy(this::fill);
		this.failingPost = -1;
		assertThat(fill()).isPresent();
		requireComplete();
	}

	@Test
	void conflictAtARegistrationIsNoAccount() {
		this.conflicting = true;
		assertThat(fill()).isPresent();
		requireComplete();
	}

	@Test
	void replyOfAPersonIsNoSample() {
		this.failingPost = 1;
		assertThatExceptionOfType(UnexpectedAnswerException.class).isThrownBy(this::fill);
		this.failingPost = -1;
		var thread = this.posts.getFirst().path("threadId").asString();
		var reply = JSON.createObjectNode().put("id", "own").put("threadId", thread).put("content", "Hello!");
		reply.putObject("author").put("username", "newcomer");
		this.posts.add(reply);
		assertThat(fill()).isPresent();
		assertThat(this.posts.remove(reply)).isTrue();
		requireComplete();
		assertThat(this.voted).isNotEmpty().noneMatch((request) -> request.contains("/own/"));
	}

	@Test
	void usernameOfAnotherPersonEndsTheSamples() {
		this.taken = this.texts.people().getFirst().username();
		assertThat(fill()).hasValueSatisfying((created) -> assertThat(created).startsWith("incomplete"));
		assertThat(this.posts).isEmpty();
		assertThat(fill()).isEmpty();
	}

	private Optional<String> fill() {
		return SampleForum.fill(new Checkout(this.root), this.gateway, ACCOUNTS, "en");
	}

	private void requireComplete() {
		assertThat(this.categories).hasSameSizeAs(this.texts.categories());
		assertThat(this.threads).extracting((thread) -> thread.path("title").asString())
			.doesNotHaveDuplicates()
			.hasSize(SampleTexts.ofNewForum("en").size() + this.texts.discussions().size());
		assertThat(this.posts)
			.hasSize(this.texts.discussions().stream().mapToInt((discussion) -> discussion.replies().size()).sum());
		assertThat(this.people).doesNotHaveDuplicates().hasSameSizeAs(this.texts.people());
	}

	private synchronized void handle(HttpExchange exchange) throws IOException {
		var body = exchange.getRequestBody().readAllBytes();
		var path = exchange.getRequestURI().getPath().substring("/api/v1".length());
		var json = (body.length == 0) ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(body);
		if (path.equals("/posts")) {
			json.putObject("author")
				.put("username", exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length()));
		}
		if (path.endsWith("/vote")) {
			this.voted.add(path);
		}
		var answer = answer(exchange.getRequestMethod() + " " + path, json);
		var text = JSON.writeValueAsString(answer.getValue()).getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(answer.getKey(), text.length);
		exchange.getResponseBody().write(text);
		exchange.close();
	}

	private Map.Entry<Integer, Object> answer(String request, ObjectNode body) {
		return switch (request) {
			case "GET /categories" -> found(this.categories);
			case "GET /threads" -> found(this.threads);
			case "POST /categories" -> created(this.categories, body);
			case "POST /threads" -> created(this.threads, body);
			case "POST /posts" -> (this.posts.size() == this.failingPost) ? refused(400, "request.invalid")
					: created(this.posts, body.put("number", this.posts.size() + 2));
			case "POST /auth/register" -> register(body.path("username").asString());
			case "POST /auth/login" -> signIn(body.path("login").asString());
			default -> request.endsWith("/posts") ? found(this.posts.stream()
				.filter((post) -> request.contains("/" + post.path("threadId").asString("-") + "/"))
				.toList()) : Map.entry(200, Map.of());
		};
	}

	private Map.Entry<Integer, Object> register(String username) {
		if (this.conflicting) {
			this.conflicting = false;
			return refused(409, "request.conflict");
		}
		if (this.people.contains(username) || username.equals(this.taken)) {
			return refused(409, "user.taken");
		}
		this.people.add(username);
		return session(201, username);
	}

	private Map.Entry<Integer, Object> signIn(String login) {
		var isKnown = this.people.contains(login)
				|| ACCOUNTS.accounts().stream().anyMatch((account) -> account.username().equals(login));
		return isKnown ? session(200, login) : refused(401, "auth.invalid-credentials");
	}

	private static Map.Entry<Integer, Object> session(int status, String username) {
		return Map.entry(status, Map.of("data", Map.of("accessToken", username, "user", Map.of("id", "u"))));
	}

	private static Map.Entry<Integer, Object> found(List<JsonNode> all) {
		return Map.entry(200, Map.of("data", all));
	}

	private static Map.Entry<Integer, Object> created(List<JsonNode> all, ObjectNode one) {
		all.add(one.put("id", "n" + all.size()));
		return Map.entry(201, Map.of("data", one));
	}

	private static Map.Entry<Integer, Object> refused(int status, String code) {
		return Map.entry(status, Map.of("code", code));
	}

}
