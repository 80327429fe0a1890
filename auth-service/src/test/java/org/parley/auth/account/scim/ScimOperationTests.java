package org.parley.auth.account.scim;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScimOperationTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			displayName                                                                 | displayname | -  | -
			DISPLAYNAME                                                                 | displayname | -  | -
			name.givenName                                                              | name        | -  | givenname
			members[value eq "u1"]                                                      | members     | u1 | -
			MEMBERS[ VALUE EQ "u1" ]                                                    | members     | u1 | -
			members[type eq "User" and value eq "u1"]                                   | members     | u1 | -
			members[value eq "u1" AND type eq "User"]                                   | members     | u1 | -
			emails[type eq "work" and primary eq true].value                            | emails      | '' | value
			emails[primary eq true].value                                               | emails      | '' | value
			roles[display eq "this and that"].value                                     | roles       | '' | value
			urn:ietf:params:scim:schemas:core:2.0:User:userName                         | username    | -  | -
			URN:IETF:params:scim:schemas:core:2.0:User:emails[type eq "work"].value     | emails      | '' | value
			urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department       | extension   | -  | -
			URN:ietf:params:scim:schemas:EXTENSION:enterprise:2.0:User:manager.value    | extension   | -  | -
			""")
	void pathIsRead(String path, String attribute, String selected, String sub) {
		var operation = read(path);
		assertThat(operation.attribute()).isEqualTo(attribute);
		assertThat(operation.selected()).isEqualTo(selected);
		assertThat(operation.sub()).isEqualTo(sub);
	}

	@ParameterizedTest
	@ValueSource(strings = { "members[", "members]", "members[]", "members[value]", "members[value eq]",
			"members[value eq \"u1]", "members[value co \"u1\"]", "members[value eq \"u1\" or value eq \"u2\"]",
			"members[value eq \"u1\" and]", "members[and]", "members[value eq \"u1\"value eq \"u2\"]",
			"members[value eq \"u1\"]..value", "a.b.c", "$where", "..", "5" })
	void otherPathsAreRefused(String path) {
		assertThatThrownBy(() -> read(path)).isInstanceOf(ScimException.class);
	}

	private static ScimOperation read(String path) {
		var request = JsonMapper.shared().createObjectNode();
		request.putArray("Operations")
			.addObject()
			.put("op", "Add")
			.put("path", path)
			.set("value", JsonNodeFactory.instance.stringNode("x"));
		return ScimOperation.read(request).getFirst();
	}

}
