package org.parley.auth.account.scim;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.user.DirectoryEntry.Name;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScimPersonTests {

	private static final ScimPerson JANE = new ScimPerson("jane@example.org", "ext-jane", "Jane Doe",
			"jane@example.org", true, null);

	/** As different directories send it. */
	@ParameterizedTest
	@ValueSource(strings = { """
			{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "externalId": "ext-jane",
			"userName": "jane@example.org", "active": true, "displayName": "Jane Doe",
			"emails": [{"primary": true, "type": "work", "value": "jane@example.org"}], "roles": [],
			"name": {"formatted": "Jane Q. Doe", "familyName": "Doe", "givenName": "Jane"},
			"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "Hats"}}""", """
			{"userName": "jane@example.org", "name": {"givenName": "Jane", "familyName": "Doe"},
			"emails": [{"value": "other@example.org"}, {"value": "jane@example.org", "primary": true}],
			"externalId": "ext-jane", "active": "true", "password": "1mz050nq"}""", """
			{"SCHEMAS": [], "USERNAME": "jane@example.org", "DisplayName": "Jane Doe", "externalID": "ext-jane",
			"Active": "True"}""", """
			{"userName": " jane@example.org ", "name": {"formatted": "Jane Doe"}, "externalId": ["ext-jane"],
			"emails": "jane@example.org", "active": null}""" })
	void resourceIsRead(String resource) {
		assertThat(read(resource, null)).usingRecursiveComparison().ignoringFields("name").isEqualTo(JANE);
	}

	@Test
	void absentNameAndAddressFollowFromTheUserNameOrStay() {
		assertThat(read("{\"userName\": \"jane@example.org\"}", null))
			.isEqualTo(new ScimPerson("jane@example.org", null, "jane", "jane@example.org", true, Name.UNKNOWN));
		assertThat(read("{\"userName\": \"jane\"}", null))
			.isEqualTo(new ScimPerson("jane", null, "jane", null, true, Name.UNKNOWN));
		assertThat(read("{\"userName\": \"janet\", \"active\": false}", JANE))
			.isEqualTo(new ScimPerson("janet", null, "Jane Doe", "jane@example.org", false, null));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"userName": "jane"}                   | false | false
			{"userName": "jane", "active": null}   | false | false
			{"userName": "jane", "active": "True"} | false | true
			{"userName": "jane"}                   | true  | true
			{"userName": "jane", "active": false}  | true  | false""")
	void activeOpensAnAccountOnlyIfTheDirectorySaysSo(String resource, boolean before, boolean after) {
		var present = new ScimPerson("jane", null, "Jane Doe", "jane@example.org", before, null);
		assertThat(read(resource, present).active()).isEqualTo(after);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-",
			textBlock = """
					{"op": "Replace", "path": "displayName", "value": "Mad Hatter"}                      | displayName | Mad Hatter
					{"op": "replace", "value": {"displayName": "Mad Hatter"}}                            | displayName | Mad Hatter
					{"op": "Add", "path": "urn:ietf:params:scim:schemas:core:2.0:User:displayName", "value": "Mad Hatter"} | displayName | Mad Hatter
					{"op": "Replace", "path": "emails[type eq \\"work\\"].value", "value": "j@example.net"} | email      | j@example.net
					{"op": "replace", "path": "emails", "value": [{"value": "j@example.net", "primary": true}]} | email    | j@example.net
					{"op": "Add", "value": {"emails[type eq \\"work\\"].value": "j@example.net", "name.givenName": "X"}} | email | j@example.net
					{"op": "add", "path": "emails", "value": [{"type": "work", "value": "j@example.net"}]} | email      | j@example.net
					{"op": "add", "path": "emails", "value": [{"type": "home", "value": "j@example.net", "primary": true}]} | email | j@example.net
					{"op": "remove", "path": "emails"}, {"op": "add", "path": "emails", "value": [{"value": "j@example.net"}]} | email | j@example.net
					{"op": "replace", "path": "emails[value eq \\"JANE@example.org\\"].value", "value": "j@example.net"} | email | j@example.net
					{"op": "add", "path": "emails[type eq \\"other\\"].value", "value": "j@example.net"} | email      | jane@example.org
					{"op": "add", "path": "emails[type eq \\"work\\" and primary eq false].value", "value": "j@example.net"} | email | jane@example.org
					{"op": "add", "path": "emails", "value": [{"type": "home", "value": "j@example.net"}]} | email      | jane@example.org
					{"op": "add", "value": {"emails": {"value": "j@example.net"}}}                       | email       | jane@example.org
					{"op": "replace", "path": "emails[value eq \\"other@example.org\\"].value", "value": "j@example.net"} | email | jane@example.org
					{"op": "replace", "path": "emails[type eq \\"work\\"].display", "value": "Jane"}     | email       | jane@example.org
					{"op": "remove", "path": "emails[type eq \\"other\\"]"}                              | email       | jane@example.org
					{"op": "remove", "path": "emails"}                                                   | email       | jane@example.org
					{"op": "Replace", "path": "userName", "value": "new"}                                | userName    | new
					{"op": "Remove", "path": "userName"}                                                 | userName    | -
					{"op": "Replace", "path": "externalId", "value": "n"}                                | externalId  | n
					{"op": "Remove", "path": "externalId"}                                               | externalId  | -
					{"op": "Replace", "path": "active", "value": false}                                  | active      | false
					{"op": "Replace", "path": "active", "value": "False"}                                | active      | false
					{"op": "replace", "value": {"active": false}}                                        | active      | false
					{"op": "Remove", "path": "active"}                                                   | active      | false
					{"op": "Replace", "path": "name.formatted", "value": "X"}                            | displayName | Jane Doe
					{"op": "Add", "path": "title", "value": "Hatter"}                                    | displayName | Jane Doe
					{"op": "Add", "path": "addresses[type eq \\"work\\"].locality", "value": "X"}        | displayName | Jane Doe
					{"op": "Replace", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", "value": "X"} | displayName | Jane Doe
					{"op": "add", "value": {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "X"}}} | displayName | Jane Doe
					""")
	void operationChangesItsAttributeOnly(String operation, String attribute, @Nullable String value) {
		var expected = switch (attribute) {
			case "displayName" ->
				new ScimPerson(JANE.userName(), JANE.externalId(), value, JANE.email(), JANE.active(), null);
			case "email" -> new ScimPerson(JANE.userName(), JANE.externalId(), JANE.displayName(), value, true, null);
			case "userName" -> new ScimPerson(value, JANE.externalId(), JANE.displayName(), JANE.email(), true, null);
			case "externalId" -> new ScimPerson(JANE.userName(), value, JANE.displayName(), JANE.email(), true, null);
			default ->
				new ScimPerson(JANE.userName(), JANE.externalId(), JANE.displayName(), JANE.email(), false, null);
		};
		assertThat(patched(operation)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			{"op": "replace", "path": "name", "value": {"givenName": "Maria", "familyName": "Neu"}} | Maria Neu
			{"op": "replace", "path": "name", "value": {"familyName": "Neu"}}                       | Maria Neu
			{"op": "replace", "path": "name.familyName", "value": "Neu"}                            | Maria Neu
			{"op": "Add", "value": {"name.familyName": "Neu"}}                                      | Maria Neu
			{"op": "replace", "path": "name.formatted", "value": "Maria M. Neu"}                    | Maria M. Neu
			{"op": "replace", "value": {"name": {"familyName": "Neu", "givenName": "Maria"}}}       | Maria Neu
			{"op": "replace", "path": "name.middleName", "value": "M."}                             | Maria Alt
			{"op": "replace", "path": "name.familyName", "value": " "}                              | Maria Alt
			{"op": "remove", "path": "name"}                                                        | Maria Alt
			{"op": "replace", "value": {"displayName": "MN", "name": {"familyName": "Neu"}}}        | MN
			{"op": "replace", "value": {"name": {"familyName": "Neu"}, "displayName": "MN"}}        | MN
			""")
	void displayNameThatFollowsFromTheNameFollowsItsChanges(String operation, String shown) {
		var maria = read("""
				{"userName": "maria", "name": {"givenName": "Maria", "familyName": "Alt"}}""", null);
		assertThat(patched(maria, operation).displayName()).isEqualTo(shown);
	}

	@Test
	void partOfUnknownNameChangesNothingUntilTheOtherIsKnown() {
		var maria = read("""
				{"userName": "maria", "name": {"formatted": "Maria Alt"}}""", null);
		var half = patched(maria, "{\"op\": \"replace\", \"path\": \"name.familyName\", \"value\": \"Neu\"}");
		assertThat(half.displayName()).isEqualTo("Maria Alt");
		half = patched(half, "{\"op\": \"replace\", \"path\": \"name.familyName\", \"value\": \"Neu-Alt\"}");
		assertThat(half.displayName()).as("a second time").isEqualTo("Maria Alt");
		half = patched(half, "{\"op\": \"replace\", \"path\": \"name.familyName\", \"value\": \"Neu\"}");
		assertThat(patched(half, "{\"op\": \"add\", \"path\": \"name.givenName\", \"value\": \"Maria\"}").displayName())
			.isEqualTo("Maria Neu");
	}

	@Test
	void nameOfOnePartFollowsItsChanges() {
		var cher = read("""
				{"userName": "cher", "name": {"givenName": "Sher"}}""", null);
		assertThat(
				patched(cher, "{\"op\": \"replace\", \"path\": \"name.givenName\", \"value\": \"Cher\"}").displayName())
			.isEqualTo("Cher");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			{"op": "Replace", "path": "active", "value": "perhaps"}             | invalidValue
			{"op": "Replace", "path": "userName", "value": 7}                   | invalidValue
			{"op": "Remove"}                                                    | noTarget
			{"op": "Move", "path": "userName"}                                  | invalidSyntax
			{"op": "Replace", "path": "emails[", "value": 1}                    | invalidPath
			{"op": "Replace", "path": "emails[a co \\"b\\"]", "value": "x"}     | invalidFilter
			{"op": "Replace", "path": "emails", "value": 7}                     | invalidValue
			{"op": "Replace", "path": "name", "value": 7}                       | invalidValue
			{"op": "Replace", "path": "id", "value": "x"}                       | mutability
			{"op": "Replace", "path": "groups", "value": []}                    | mutability
			{"op": "Replace", "value": []}                                      | invalidValue
			7                                                                   | invalidSyntax
			""")
	void invalidOperationIsRefused(String operation, String type) {
		assertThatExceptionOfType(ScimException.class).isThrownBy(() -> patched(operation))
			.satisfies((ex) -> assertThat(ex.scimType()).isEqualTo(type));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "7", "{\"userName\": {}}", "{\"userName\": \"x\", \"emails\": 7}",
			"{\"userName\": \"a@example.org\", \"active\": []}", "{\"userName\": \"a@example.org\", \"name\": 7}" })
	void otherResourcesAreRefused(String resource) {
		assertThatExceptionOfType(ScimException.class).isThrownBy(() -> read(resource, null));
	}

	private static ScimPerson read(String resource, @Nullable ScimPerson present) {
		return ScimPerson.read(JsonMapper.shared().readTree(resource), present);
	}

	private static ScimPerson patched(String operation) {
		return patched(JANE, operation);
	}

	private static ScimPerson patched(ScimPerson person, String operation) {
		return person
			.with(ScimOperation.read(JsonMapper.shared().readTree("{\"Operations\": [%s]}".formatted(operation))));
	}

}
