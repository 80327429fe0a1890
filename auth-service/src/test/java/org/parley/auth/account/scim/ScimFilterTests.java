package org.parley.auth.account.scim;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.mongodb.core.query.Criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScimFilterTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "userName eq \"a\" | {u:a}",
			"username EQ \"a b\" | {u:a b}", "(userName eq \"a\") | {u:a}",
			"userName eq \"a\" and externalId eq \"b\" | {$and:[{u:a},{e:b}]}",
			"userName eq \"a\" or userName eq \"b\" and externalId eq \"c\" | {$or:[{u:a},{$and:[{u:b},{e:c}]}]}",
			"(userName eq \"a\" or userName eq \"b\") and externalId eq \"c\" | {$and:[{$or:[{u:a},{u:b}]},{e:c}]}",
			"userName eq \"a \\\" or \\\\\" | {u:a \" or \\}", "userName eq \"(x)\" | {u:(x)}",
			"urn:ietf:params:scim:schemas:core:2.0:User:userName eq \"a\" | {u:a}",
			"emails[type eq \"work\"].value eq \"a\" | {m:a}", "Emails[primary EQ True].Value eq \"a\" | {m:a}",
			"emails[type eq \"work\" and primary eq true].value eq \"a\" | {m:a}",
			"urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq \"Work\"].value eq \"a\" | {m:a}",
			"emails.value eq \"a\" | {m:a}", "externalId eq 12 | {e:12}" })
	void filterIsRead(String filter, String criteria) {
		assertThat(shown(read(filter))).isEqualTo(criteria);
	}

	@ParameterizedTest
	@ValueSource(strings = { "userName", "userName eq", "eq \"a\"", "userName co \"a\"", "userName pr",
			"userName eq \"a", "userName eq \"a\" and", "and userName eq \"a\"", "(userName eq \"a\"",
			"userName eq \"a\")", "userName eq \"a\" userName eq \"b\"", "title eq \"a\"", "not (userName eq \"a\")",
			"emails[type eq \"work\" eq \"a\"", "emails[type eq \"home\"].value eq \"a\"",
			"emails[type eq \"work\"] eq \"a\"", "emails[type eq \"work\"]", "emails[type ne \"work\"].value eq \"a\"",
			"emails[primary eq false].value eq \"a\"", "emails[].value eq \"a\"", "emails[value eq \"a\"]",
			"emails[type eq \"work\" and value eq \"b\"].value eq \"a\"", "userName[type eq \"x\"] eq \"a\"",
			"userName[type eq \"work\"].value eq \"a\"", "emails[", "\"", "$where eq \"1\"" })
	void otherFiltersAreRefused(String filter) {
		assertThatThrownBy(() -> read(filter)).isInstanceOfSatisfying(ScimException.class,
				(ex) -> assertThat(ex.scimType()).isEqualTo("invalidFilter"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 60, 5_000 })
	void longFiltersAreRefused(int terms) {
		assertThatThrownBy(() -> read("userName eq \"a\" or ".repeat(terms) + "userName eq \"a\""))
			.isInstanceOf(ScimException.class);
	}

	private static Criteria read(String filter) {
		return ScimFilter.read(filter, Map.of("username", (value) -> Criteria.where("u").is(value), "externalid",
				(value) -> Criteria.where("e").is(value), "emails.value", (value) -> Criteria.where("m").is(value)));
	}

	private static String shown(Criteria criteria) {
		return criteria.getCriteriaObject()
			.toString()
			.replace("Document{{", "{")
			.replace("}}", "}")
			.replace("=", ":")
			.replace("}, {", "},{");
	}

}
