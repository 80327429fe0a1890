package org.parley.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The witness consumes every event type of the services. */
class CatalogueTests {

	private static final List<String> WITNESSES = List.of("witness.events", "witness-late.events");

	@Test
	void witnessConsumesEveryEventType() throws IOException {
		var consumed = new LinkedHashSet<String>();
		var published = new LinkedHashSet<String>();
		for (var file : Collections.list(getClass().getClassLoader().getResources("catalogue.yml"))) {
			(isOurs(file) ? consumed : published).addAll(types(file));
		}
		assertThat(published).contains("post.created", "post.snapshot");
		assertThat(consumed).containsExactlyInAnyOrderElementsOf(published);
	}

	private static boolean isOurs(URL file) {
		return exchanges(file).keySet().containsAll(WITNESSES);
	}

	private static Set<String> types(URL file) {
		return exchanges(file).values()
			.stream()
			.flatMap((exchange) -> exchange.events().keySet().stream())
			.collect(Collectors.toSet());
	}

	private static Map<String, Exchange> exchanges(URL file) {
		try (var stream = file.openStream()) {
			var catalogue = new Yaml().<Object>load(stream);
			return JsonMapper.builder()
				.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				.build()
				.convertValue(catalogue, Catalogue.class)
				.exchanges();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Catalogue(Map<String, Exchange> exchanges) {
	}

	private record Exchange(Map<String, Object> events) {
	}

}
