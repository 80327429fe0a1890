package org.parley.auth.account.scim;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.account.scim.ScimGroups.Draft;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScimGroupsTests {

	private static final Draft HATTERS = new Draft("Hatters", "ext-1", Set.of("first"));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "none",
			textBlock = """
					{"op": "Add", "path": "members", "value": [{"$ref": null, "value": "second"}]}            | first second
					{"op": "add", "path": "members", "value": [{"value": "second", "display": "x"}]}          | first second
					{"op": "add", "path": "members", "value": {"value": "second"}}                            | first second
					{"op": "add", "value": {"members": [{"value": "second"}]}}                                | first second
					{"op": "Remove", "path": "members", "value": [{"$ref": null, "value": "first"}]}          | none
					{"op": "remove", "path": "members[value eq \\"first\\"]"}                                 | none
					{"op": "remove", "path": "members[value eq \\"second\\"]"}                                | first
					{"op": "remove", "path": "members"}                                                       | none
					{"op": "remove", "path": "members", "value": null}                                        | none
					{"op": "replace", "path": "members", "value": [{"value": "second"}]}                      | second
					{"op": "replace", "path": "urn:ietf:params:scim:schemas:core:2.0:Group:members", "value": [{"value": "second", "type": "User"}]} | second
					{"op": "replace", "path": "externalId", "value": "ext-1"}                                 | first
					""")
	void membersArePatched(String operation, @Nullable String members) {
		var expected = (members != null) ? Set.of(members.split(" ")) : Set.<String>of();
		assertThat(patched(operation)).isEqualTo(new Draft("Hatters", "ext-1", expected));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"op\": \"replace\", \"value\": {\"id\": \"x\", \"displayName\": \"Caps\"}}",
			"{\"op\": \"Replace\", \"path\": \"displayName\", \"value\": \"Caps\"}" })
	void nameIsPatched(String operation) {
		assertThat(patched(operation)).isEqualTo(new Draft("Caps", "ext-1", Set.of("first")));
	}

	@Test
	void absentMembersStay() {
		assertThat(read("{\"displayName\": \"Caps\"}")).isEqualTo(new Draft("Caps", null, Set.of("first")));
		assertThat(read("{\"displayName\": \"Caps\", \"members\": []}").members()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{\"displayName\": 7}", "{\"members\": 7}", "{\"members\": [\"first\"]}",
			"{\"members\": [{\"value\": 7}]}" })
	void otherResourcesAreRefused(String resource) {
		assertThatExceptionOfType(ScimException.class).isThrownBy(() -> read(resource));
	}

	private static Draft read(String resource) {
		return Draft.read(JsonMapper.shared().readTree(resource), HATTERS.members());
	}

	private static Draft patched(String operation) {
		var draft = HATTERS;
		for (var one : ScimOperation
			.read(JsonMapper.shared().readTree("{\"Operations\": [%s]}".formatted(operation)))) {
			draft = draft.with(one);
		}
		return draft;
	}

}
