package org.parley.platform.test.endpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Compares what a service declares of its endpoints, their callers and their input, with
 * the table of all endpoints, without servers.
 */
public interface EndpointsContract {

	/** Half a character has no encoding of its own. */
	JsonMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	/** Returns the endpoints of the service. */
	DeclaredEndpoints endpoints();

	/** Returns the access rules of the service. */
	DeclaredAccess access();

	@Test
	default void tableContainsEveryEndpoint() {
		assertThat(Endpoint.all()).extracting(Endpoint::mapping).containsAll(endpoints().mappings());
	}

	/**
	 * A client that accepts problem documents only would otherwise reach another
	 * endpoint, or none.
	 */
	@Test
	default void acceptedMediaTypesSelectNoEndpoint() {
		assertThat(endpoints().restricted()).isEmpty();
	}

	/** Only a response has headers, and files are written without one. */
	@Test
	default void readsHaveEntityTags() {
		assertThat(endpoints().reads().entrySet()).filteredOn((read) -> {
			var answer = read.getValue().resolve(Object.class);
			return answer != ResponseEntity.class && answer != void.class;
		}).isEmpty();
	}

	@TestFactory
	default Stream<DynamicTest> entityTagsChangeWithEveryProperty() {
		return endpoints().reads()
			.values()
			.stream()
			.flatMap(AnswerProperties::records)
			.distinct()
			.map((type) -> dynamicTest(type.getSimpleName(),
					() -> assertThat(AnswerProperties.unprinted(type)).isEmpty()));
	}

	@TestFactory
	default Stream<DynamicTest> answersHaveOnlyTheirProperties() {
		return endpoints().reads()
			.values()
			.stream()
			.flatMap(AnswerProperties::records)
			.distinct()
			.map((type) -> dynamicTest(type.getSimpleName(),
					() -> assertThat(AnswerProperties.derived(type)).isEmpty()));
	}

	@TestFactory
	default Stream<DynamicContainer> callersAreThoseOfTable() {
		return served().filter((endpoint) -> !endpoint.isForOperators())
			.flatMap(Endpoint::withHead)
			.map((endpoint) -> dynamicContainer(endpoint.toString(), callers(endpoint)));
	}

	@TestFactory
	default Stream<DynamicContainer> invalidInputIsNamed() {
		return served().map((endpoint) -> dynamicContainer(endpoint.toString(),
				Stream.of(bodies(endpoint), properties(endpoint), parameters(endpoint)).flatMap((some) -> some)));
	}

	private Stream<Endpoint> served() {
		var mappings = endpoints().mappings();
		return Endpoint.all().stream().filter((endpoint) -> mappings.contains(endpoint.mapping()));
	}

	private Stream<DynamicTest> callers(Endpoint endpoint) {
		var tests = new ArrayList<DynamicTest>();
		var access = access();
		var anyone = endpoint.who() == Endpoint.Who.ANYONE;
		tests.add(decision(endpoint + " by a guest", anyone, () -> access.permitsGuest(endpoint)));
		tests.add(decision(endpoint + " by a first-party client", true,
				() -> access.permits(endpoint, "admin", List.of("parley"))));
		if (endpoint.requiresScope()) {
			var others = Endpoint.SCOPES.stream().filter((scope) -> !scope.equals(endpoint.scope())).toList();
			tests.add(decision(endpoint + " by all other scopes", false,
					() -> access.permits(endpoint, "admin", others)));
		}
		if (endpoint.requiresScope() && !endpoint.isFirstParty()) {
			tests.add(decision(endpoint + " by its scope", true,
					() -> access.permits(endpoint, "admin", List.of(endpoint.scope()))));
		}
		if (endpoint.ruled() && endpoint.who() == Endpoint.Who.ADMIN) {
			tests.add(decision(endpoint + " by a moderator", false,
					() -> access.permits(endpoint, "moderator", List.of("parley"))));
		}
		if (endpoint.ruled() && Set.of(Endpoint.Who.ADMIN, Endpoint.Who.MODERATOR).contains(endpoint.who())) {
			tests.add(decision(endpoint + " by a member", false,
					() -> access.permits(endpoint, "user", List.of("parley"))));
		}
		if (!anyone) {
			tests.add(decision(endpoint + " by a program", false,
					() -> access.permits(endpoint, "program", Endpoint.SCOPES)));
		}
		return tests.stream();
	}

	private static DynamicTest decision(String caller, boolean permitted, BooleanSupplier decision) {
		return dynamicTest(caller, () -> assertThat(decision.getAsBoolean()).as(caller).isEqualTo(permitted));
	}

	private Stream<DynamicTest> bodies(Endpoint endpoint) {
		if (!endpoint.takesBody()) {
			return Stream.empty();
		}
		var absent = endpoint.body().stream().anyMatch(InputField::declared) ? Stream.of("", "null")
				: Stream.<String>empty();
		var wrong = Stream.of("[]", "\"a\"", "7", "{\"a\":", "{} {}", "{\"a\": 1, \"a\": 1}", "\u0000");
		var malformed = Stream.concat(absent, wrong)
			.map((body) -> dynamicTest("body " + body,
					() -> endpoints().assertRefused(endpoint.method(), path(endpoint), body)));
		var others = Stream.of("application/yaml", "application/cbor", "application/xml")
			.filter((_) -> endpoint.body().stream().anyMatch(InputField::declared))
			.map((type) -> dynamicTest("body " + type,
					() -> endpoints().assertUnsupported(endpoint.method(), path(endpoint), type)));
		return Stream.concat(Stream.concat(malformed, others),
				Stream.of(property(endpoint, "surprise", "is unknown", 1)));
	}

	private Stream<DynamicTest> properties(Endpoint endpoint) {
		return endpoint.body().stream().filter(InputField::declared).flatMap((field) -> {
			var invalid = new HashMap<String, @Nullable Object>(field.invalidInBody());
			invalid.putAll(field.ofOtherTypes());
			if (field.required()) {
				invalid.put("null", null);
			}
			var tests = invalid.entrySet()
				.stream()
				.map((value) -> property(endpoint, field.name(), value.getKey(), value.getValue()));
			return field.required() ? Stream.concat(tests, Stream.of(missing(endpoint, field))) : tests;
		});
	}

	private DynamicTest property(Endpoint endpoint, String name, String fault, @Nullable Object value) {
		var body = new HashMap<String, @Nullable Object>();
		body.put(name, value);
		return named(name + ": " + fault, endpoint, path(endpoint), body, name);
	}

	private DynamicTest missing(Endpoint endpoint, InputField field) {
		return named(field.name() + ": missing", endpoint, path(endpoint), Map.of(), field.name());
	}

	private Stream<DynamicTest> parameters(Endpoint endpoint) {
		var known = endpoint.query()
			.stream()
			.filter(InputField::declared)
			.flatMap((field) -> Stream.concat(field.invalidInQuery().stream(), field.unconvertible().stream())
				.map((value) -> parameter(endpoint, field.name(), value)));
		return Stream.concat(Stream.of(parameter(endpoint, "surprise", "1")), known);
	}

	private DynamicTest parameter(Endpoint endpoint, String name, String value) {
		return named("?%s=%.20s".formatted(name, value), endpoint, "%s?%s=%s".formatted(path(endpoint), name, value),
				null, name);
	}

	private DynamicTest named(String fault, Endpoint endpoint, String path, @Nullable Map<String, ?> body,
			String name) {
		return dynamicTest(fault, () -> {
			var text = (body != null) ? JSON.writeValueAsString(body) : null;
			assertThat(endpoints().refuse(endpoint.method(), path, text)).as("%s %s %s", endpoint.method(), path, text)
				.anyMatch((error) -> new InputField(name, "", 0, false, true)
					.isNamed(error.substring(0, error.lastIndexOf(' '))));
		});
	}

	private static String path(Endpoint endpoint) {
		return "/api/v1" + endpoint.pathOf("01JZZZZZZZZZZZZZZZZZZZZZZX");
	}

}
