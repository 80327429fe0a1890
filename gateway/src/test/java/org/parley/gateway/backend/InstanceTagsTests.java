package org.parley.gateway.backend;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.parley.gateway.backend.Instances.InstanceTags;

import static org.assertj.core.api.Assertions.assertThat;

class InstanceTagsTests {

	private static final URI ONE = URI.create("http://10.0.0.1:8096");

	private static final URI TWO = URI.create("http://10.0.0.2:8096");

	@Test
	void tagsAreIndependentOfOrder() {
		assertThat(InstanceTags.of(List.of(TWO, ONE)))
			.containsExactlyElementsOf(InstanceTags.of(List.of(ONE, TWO)).reversed());
	}

	@Test
	void addedInstanceKeepsOtherTags() {
		assertThat(InstanceTags.of(List.of(ONE, TWO))).startsWith(InstanceTags.of(List.of(ONE)).getFirst());
	}

	/** Among six hundred addresses, two probably have the same tag. */
	@Test
	void tagsAreUnique() {
		var many = IntStream.range(0, 600).mapToObj((port) -> URI.create("http://realtime:" + (1024 + port))).toList();
		assertThat(InstanceTags.of(many)).doesNotHaveDuplicates().allMatch((tag) -> tag.matches("[0-9a-f]{4}"));
	}

}
