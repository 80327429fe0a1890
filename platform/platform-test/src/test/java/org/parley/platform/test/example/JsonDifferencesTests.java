package org.parley.platform.test.example;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class JsonDifferencesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					{"a": 1, "b": [1, 2]} | {"b": [1, 2], "a": 1} | []
					{"a": {"b": 1}}       | {"a": {"b": 2}}       | [/a/b: recorded 1, now 2]
					{"a": [1, 2]}         | {"a": [1, 3, 4]}      | [/a/1: recorded 2, now 3, /a/2: recorded nothing, now 4]
					{"a": 1}              | {"b": null}           | [/a: recorded 1, now nothing, /b: recorded nothing, now null]
					{"a": [1]}            | {"a": {"0": 1}}       | [/a: recorded [1], now {"0":1}]
					""")
	void eachPlaceThatDiffersIsALine(String before, String now, String lines) {
		var json = JsonMapper.shared();
		assertThat(JsonDifferences.between(json.readTree(before), json.readTree(now)).toList()).hasToString(lines);
	}

}
