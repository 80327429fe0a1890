package org.parley.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaChangesTests {

	private static final YAMLMapper YAML = new YAMLMapper();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					$id: urn:e:1                                     | $id: urn:e:2                                     | e has another $id
					properties: {a: {}, b: {}}                       | properties: {a: {}}                              | e.b is gone
					properties: {a: {}}, additionalProperties: false | properties: {b: {}}, additionalProperties: false | e.a is gone
					properties: {a: {properties: {b: {}}}}           | properties: {a: {properties: {}}}                | e.a.b is gone
					properties: {a: {}}                              | properties: {a: {}}, required: [a]               | e.a is required now
					required: [a]                                    | required: [a, b]                                 | e.b is required now
					required: [a, b]                                 | required: [a]                                    | e.b may be absent now
					type: object                                     | type: object, properties: {a: {}}                | e.a could be anything before
					additionalProperties: false                      | additionalProperties: true                       | e has another additionalProperties
					additionalProperties: false                      | type: object                                     | e has another additionalProperties
					type: string                                     | type: integer                                    | e has another type
					type: integer                                    | type: number                                     | e has another type
					type: string                                     | type: [string, "null"]                           | e has another type
					type: [string, "null"]                           | type: string                                     | e has another type
					type: string                                     | {}                                               | e has another type
					format: date                                     | format: date-time                                | e has another format
					format: date                                     | {}                                               | e has another format
					type: string                                     | type: string, format: date                       | e has another format
					const: 1                                         | const: 2                                         | e has another const
					enum: [a, b]                                     | enum: [a]                                        | e cannot be "b" any more
					enum: [a]                                        | enum: [a, b]                                     | e can be "b" now
					enum: [a]                                        | enum: [a, b], x-extensible: true                 | e can be "b" now
					type: string                                     | type: string, enum: [a]                          | e can be "a" now
					pattern: ^a+$                                    | pattern: ^a$                                     | e has another pattern
					type: string                                     | type: string, pattern: ^a$                       | e has another pattern
					maxLength: 9                                     | maxLength: 8                                     | e has another maxLength
					type: string                                     | type: string, maxLength: 8                       | e has another maxLength
					maximum: 9                                       | maximum: 8.5                                     | e has another maximum
					minLength: 1                                     | minLength: 2                                     | e has another minLength
					minimum: 0                                       | minimum: 1                                       | e has another minimum
					minItems: 0                                      | minItems: 1                                      | e has another minItems
					maxItems: 5                                      | maxItems: 4                                      | e has another maxItems
					type: array                                      | type: array, uniqueItems: true                   | e must be unique now
					items: {type: string}                            | items: {type: integer}                           | e[] has another type
					type: array                                      | type: array, items: {}                           | e[] has another schema
					oneOf: [{const: 1}, {const: 2}]                  | oneOf: [{const: 1}]                              | e has other branches: oneOf
					anyOf: [{const: 1}]                              | anyOf: [{const: 1}, {const: 2}]                  | e has other branches: anyOf
					allOf: [{const: 1}]                              | allOf: [{const: 2}]                              | e(allOf 0) has another const
					if: {const: 1}, then: {type: string}             | if: {const: 2}, then: {type: string}             | e has another if
					not: {required: [a]}                             | not: {required: [b]}                             | e has another not
					type: object                                     | type: object, dependentRequired: {a: [b]}        | e has another dependentRequired
					properties: {a: true}                            | properties: {a: false}                           | e.a has another schema
					x-secret: true                                   | type: string                                     | e is no secret any more
					""")
	void breaks(String before, String now, String how) throws JsonProcessingException {
		assertThat(SchemaChanges.between("e", schema(before), schema(now))).contains(how);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					properties: {a: {}}, additionalProperties: false       | properties: {a: {}, b: {}}, additionalProperties: false
					properties: {a: {}, b: {}}, required: [a, b]           | properties: {b: {}, a: {}}, required: [b, a]
					title: Old, description: Old                           | title: New, description: New
					enum: [a, b]                                           | enum: [b, a]
					enum: [a], x-extensible: true                          | enum: [a, b], x-extensible: true
					enum: [a]                                              | enum: [a], x-extensible: true
					type: [string, "null"]                                 | type: ["null", string]
					maxLength: 8                                           | maxLength: 9
					maxLength: 8                                           | {}
					minimum: 1                                             | minimum: 0
					pattern: ^a$                                           | {}
					uniqueItems: true                                      | uniqueItems: false
					type: string                                           | type: string, x-secret: true
					oneOf: [{properties: {}, additionalProperties: false}] | oneOf: [{properties: {a: {}}, additionalProperties: false}]
					""")
	void changeIsCompatible(String before, String now) throws JsonProcessingException {
		assertThat(SchemaChanges.between("e", schema(before), schema(now))).isEmpty();
	}

	private static JsonNode schema(String keywords) throws JsonProcessingException {
		return YAML.readTree(keywords.equals("{}") ? keywords : "{" + keywords + "}");
	}

}
