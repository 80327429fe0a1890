package org.parley.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InliningTests {

	private static final YAMLMapper YAML = new YAMLMapper();

	private final JsonNode common = read(
			"{$defs: {name: {type: string}, person: {properties: {n: {$ref: '#/$defs/name'}}}}}");

	@Test
	void referencesAreReplacedByTheirTargets() {
		assertThat(inline("""
				{$defs: {pair: {items: {$ref: 'urn:parley:event:common:1#/$defs/person'}}},
				 properties: {a: {$ref: '#/$defs/pair', description: Two., x-secret: true}}}""")).isEqualTo(read("""
				{properties: {a: {items: {properties: {n: {type: string}}}, description: Two., x-secret: true}}}"""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{$ref: '#/$defs/nobody'}", "{$ref: 'urn:parley:event:common:1#/$defs/nobody'}",
			"{$ref: 'urn:parley:event:common:1#/$defs/name', type: integer}" })
	void unresolvedOrConflictingReferenceIsRefused(String schema) {
		assertThatIllegalArgumentException().isThrownBy(() -> inline(schema));
	}

	private JsonNode inline(String schema) {
		return Inlining.of(read(schema), this.common::at);
	}

	private static JsonNode read(String yaml) {
		try {
			return YAML.readTree(yaml);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
