package org.parley.platform.test.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An endpoint in the table of all endpoints, which the end-to-end tests have.
 *
 * @param method the HTTP method
 * @param path the path below {@code /api/v1}, with variables in braces as in the OpenAPI
 * document
 * @param who the required role
 * @param ruled whether an access rule requires the role, not the use case
 * @param unknown the code of the 404 for an unknown id, or empty
 * @param body the body's properties; empty if there is no body
 * @param query the query parameters
 * @param conditional whether it supports {@code If-Match}
 * @param idempotent whether it supports {@code Idempotency-Key}
 * @param tokenless whether it ignores tokens
 * @param otherMethod the status of an unsupported method
 * @param scope the scope that a third-party token needs; empty if none is needed,
 * {@code -} if only first-party tokens are accepted
 * @param group the number of its group in the table
 */
public record Endpoint(String method, String path, Who who, boolean ruled, String unknown, List<InputField> body,
		List<InputField> query, boolean conditional, boolean idempotent, boolean tokenless, int otherMethod,
		String scope, int group) {

	private static final String FIRST_PARTY = "-";

	/** The scopes that people may grant. */
	public static final List<String> SCOPES = List.of("openid", "profile", "email", "threads:read", "threads:write",
			"chat:read", "chat:write", "social:read", "social:write", "media:write", "notifications", "webhooks",
			"moderation", "admin");

	private static final Pattern NAME = Pattern.compile("\\{\\w+}");

	private static final Pattern OPERATORS = Pattern.compile("/admin/[a-z]+-service/");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final List<Endpoint> ALL = read();

	/**
	 * The role that an endpoint requires; an owner is the user who created the resource.
	 * For all but its members, the resource does not exist.
	 */
	public enum Who {

		ANYONE, USER, OWNER, MEMBER, MODERATOR, ADMIN

	}

	/** Returns all endpoints. */
	public static List<Endpoint> all() {
		return ALL;
	}

	private static List<Endpoint> read() {
		var table = Path.of(System.getProperty("parley.root", ".."),
				"verify/e2e-tests/src/test/resources/org/parley/e2e/endpoints.txt");
		try {
			var groups = Files.readString(table).split("\n\n", -1);
			return IntStream.range(0, groups.length).boxed().flatMap((group) -> of(groups[group], group)).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Endpoint> of(String lines, int group) {
		return lines.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map((line) -> ofLine(line, group));
	}

	private static Endpoint ofLine(String line, int group) {
		var cells = Arrays.asList(SPACE.split(line.strip()));
		var who = Who.valueOf(cells.get(2).replace("~", "").toUpperCase(Locale.ROOT));
		return new Endpoint(cells.get(0), cells.get(1), who, !cells.get(2).endsWith("~"),
				starting(cells, "404=").findFirst().orElse(""), starting(cells, ".").map(InputField::of).toList(),
				starting(cells, "?").map(InputField::of).toList(), cells.contains("If-Match"),
				cells.contains("Idempotency-Key"), cells.contains("tokenless"),
				starting(cells, "other=").mapToInt(Integer::parseInt).findFirst().orElse(405),
				starting(cells, "scope=").findFirst().orElse(""), group);
	}

	private static Stream<String> starting(List<String> cells, String mark) {
		return cells.stream().filter((cell) -> cell.startsWith(mark)).map((cell) -> cell.substring(mark.length()));
	}

	/** This endpoint, and its headers alone if it is a read (RFC 9110, 9.3.2). */
	Stream<Endpoint> withHead() {
		return this.method.equals("GET") ? Stream.of(this,
				new Endpoint("HEAD", this.path, this.who, this.ruled, this.unknown, this.body, this.query,
						this.conditional, this.idempotent, this.tokenless, this.otherMethod, this.scope, this.group))
				: Stream.of(this);
	}

	/**
	 * The least role that may grant the scope. Anybody may call some endpoints with the
	 * scopes of staff on what they may manage themselves.
	 */
	public Who grantor() {
		return switch (this.scope) {
			case "admin" -> Who.ADMIN;
			case "moderation" -> (this.who == Who.ADMIN) ? Who.ADMIN : Who.MODERATOR;
			default -> this.who;
		};
	}

	/**
	 * Deals the faults that one rule of a service, or of the gateway, refuses at all its
	 * endpoints: the first endpoint of a group to which the rule applies tries all of
	 * them, and each other one tries the next.
	 */
	public <T> Stream<T> deal(List<T> shared, Predicate<Endpoint> applies) {
		var earlier = ALL.stream()
			.takeWhile((endpoint) -> !endpoint.equals(this))
			.filter((endpoint) -> endpoint.group == this.group && applies.test(endpoint))
			.count();
		return (earlier == 0) ? shared.stream() : Stream.of(shared.get((int) (earlier % shared.size())));
	}

	/** Deals faults of what this endpoint declares itself, of which each has its own. */
	public <T> Stream<T> dealOwn(List<T> own) {
		var earlier = ALL.stream()
			.takeWhile((endpoint) -> !endpoint.equals(this))
			.filter((endpoint) -> endpoint.group == this.group)
			.count();
		return (earlier == 0 || own.isEmpty()) ? own.stream() : Stream.of(own.get((int) (earlier % own.size())));
	}

	/** Checks whether no earlier endpoint of its group has the same scope. */
	public boolean isFirstOfItsScope() {
		return ALL.stream()
			.filter((endpoint) -> endpoint.group == this.group && endpoint.scope.equals(this.scope))
			.findFirst()
			.orElseThrow()
			.equals(this);
	}

	/** Returns the path with an id in place of all variables. */
	public String pathOf(String id) {
		return NAME.matcher(this.path).replaceAll(Matcher.quoteReplacement(id));
	}

	/** Returns the name in the OpenAPI document. */
	public String documented() {
		return this.method + " /api/v1" + this.path;
	}

	/** Returns the method and the path, whatever its variables are called. */
	String mapping() {
		return this.method + " " + pathOf("{}");
	}

	/** Checks whether both have the same path. */
	public boolean hasSamePathAs(Endpoint other) {
		return this.path.equals(other.path);
	}

	/** Checks whether it requires a scope. */
	public boolean requiresScope() {
		return !this.scope.isEmpty();
	}

	/** Checks whether it accepts first-party tokens only. */
	public boolean isFirstParty() {
		return this.scope.equals(FIRST_PARTY);
	}

	/** Checks whether the platform's rule for operators admits to it. */
	boolean isForOperators() {
		return OPERATORS.matcher(this.path).lookingAt();
	}

	public boolean takesBody() {
		return !this.body.isEmpty();
	}

	public boolean hasVariables() {
		return this.path.contains("{");
	}

	public boolean reads() {
		return this.method.equals("GET");
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
