package org.parley.platform.privacy;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Erased people are renamed wherever JSON names them. */
class PeopleInJsonTests {

	private static final String DELETED = "{\"id\":\"1\",\"username\":\"%s\",\"displayName\":\"%s\"}"
		.formatted(DeletedUser.USERNAME, DeletedUser.DISPLAY_NAME);

	private final JsonMapper json = JsonMapper.builder().build();

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
			{"id":"1","username":"a","displayName":"A"}                          -> DELETED
			{"id":"1","username":"a","displayName":"A","avatarUrl":"https://x"}  -> DELETED
			{"id":"1","username":"a","displayName":"A","avatarPath":"/media/x"}  -> DELETED
			{"post":{"author":{"id":"1","username":"a","displayName":"A"}}}      -> {"post":{"author":DELETED}}
			{"members":[{"id":"1","username":"a","displayName":"A"},{"id":"2"}]} -> {"members":[DELETED,{"id":"2"}]}
			{"id":"2","username":"b","displayName":"B","avatarPath":"/media/y"}  -> SAME
			{"id":"1","username":"a"}                                            -> SAME
			{"id":1,"username":"a","displayName":"A"}                            -> SAME
			""")
	void erasedPersonIsRenamed(String before, String after) {
		var node = this.json.readTree(before);
		PeopleInJson.rename(node, Set.of("1"));
		assertThat(node).isEqualTo(this.json.readTree(after.replace("SAME", before).replace("DELETED", DELETED)));
	}

	@Test
	void idsAreThoseOfPeopleAtAnyDepth() {
		var node = this.json.readTree("""
				{"id": "thread", "author": {"id": "1", "username": "a", "displayName": "A"},
				"posts": [{"id": "post", "by": {"id": "2", "username": "b", "displayName": "B"}}]}""");
		assertThat(PeopleInJson.ids(node)).containsExactlyInAnyOrder("1", "2");
	}

}
