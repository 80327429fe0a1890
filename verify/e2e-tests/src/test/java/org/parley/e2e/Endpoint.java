package org.parley.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An endpoint in the table of endpoints.
 *
 * @param method the HTTP method
 * @param path the path below {@code /api/v1}, with variables in braces as in the OpenAPI
 * document
 * @param who the required role
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
record Endpoint(String method, String path, Who who, String unknown, List<Field> body, List<Field> query,
		boolean conditional, boolean idempotent, boolean tokenless, int otherMethod, String scope, int group) {

	private static final String FIRST_PARTY = "-";

	private static final Pattern NAME = Pattern.compile("\\{\\w+}");

	private static final Pattern SPACE = Pattern.compile("\\s+");

	private static final List<Endpoint> ALL = read();

	/**
	 * The role that an endpoint requires; an owner is the user who created the resource.
	 * For all but its members, the resource does not exist.
	 */
	enum Who {

		ANYONE, USER, OWNER, MEMBER, MODERATOR, ADMIN

	}

	/** Returns all endpoints. */
	static List<Endpoint> all() {
		return ALL;
	}

	private static List<Endpoint> read() {
		try (var table = Objects.requireNonNull(Endpoint.class.getResourceAsStream("endpoints.txt"))) {
			var groups = new String(table.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", -1);
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
		return new Endpoint(cells.get(0), cells.get(1), Who.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
				starting(cells, "404=").findFirst().orElse(""), starting(cells, ".").map(Field::of).toList(),
				starting(cells, "?").map(Field::of).toList(), cells.contains("If-Match"),
				cells.contains("Idempotency-Key"), cells.contains("tokenless"),
				starting(cells, "other=").mapToInt(Integer::parseInt).findFirst().orElse(405),
				starting(cells, "scope=").findFirst().orElse(""), group);
	}

	private static Stream<String> starting(List<String> cells, String mark) {
		return cells.stream().filter((cell) -> cell.startsWith(mark)).map((cell) -> cell.substring(mark.length()));
	}

	/**
	 * The least role that may grant the scope. Anybody may call some endpoints with the
	 * scopes of staff on what they may manage themselves.
	 */
	Who grantor() {
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
	<T> Stream<T> deal(List<T> shared, Predicate<Endpoint> applies) {
		var earlier = ALL.stream()
			.takeWhile((endpoint) -> !endpoint.equals(this))
			.filter((endpoint) -> endpoint.group == this.group && applies.test(endpoint))
			.count();
		return (earlier == 0) ? shared.stream() : Stream.of(shared.get((int) (earlier % shared.size())));
	}

	/** Returns the path with an id in place of all variables. */
	String pathOf(String id) {
		return NAME.matcher(this.path).replaceAll(Matcher.quoteReplacement(id));
	}

	/** Returns the name in the OpenAPI document. */
	String documented() {
		return this.method + " /api/v1" + this.path;
	}

	/** Checks whether both have the same path. */
	boolean hasSamePathAs(Endpoint other) {
		return this.path.equals(other.path);
	}

	/** Checks whether it requires a scope. */
	boolean requiresScope() {
		return !this.scope.isEmpty();
	}

	/** Checks whether it accepts first-party tokens only. */
	boolean isFirstParty() {
		return this.scope.equals(FIRST_PARTY);
	}

	boolean takesBody() {
		return !this.body.isEmpty();
	}

	boolean hasVariables() {
		return this.path.contains("{");
	}

	boolean reads() {
		return this.method.equals("GET");
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
