package org.parley.platform.test.client;

import java.net.URI;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DescribedStatusesTests {

	private final DescribedStatuses statuses = new DescribedStatuses(
			DescribedStatuses.operationsOf(JsonMapper.shared().readTree("""
					{"paths": {
						"/notes/{id}": {"put": {"responses": {"200": {}, "default": {}}}},
						"/notes/all": {"put": {"responses": {"202": {}, "default": {}}}}}}""")).toList());

	@Test
	void describedStatusPasses() {
		assertThatCode(() -> check("/notes/7?deep=1", 200)).doesNotThrowAnyException();
		assertThatCode(() -> check("/notes/all", 202)).doesNotThrowAnyException();
	}

	@Test
	void otherStatusIsRefused() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> check("/notes/7", 201))
			.withMessage("PUT /notes/{id} answers 201, its document has [200, default]");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> check("/notes/all", 200));
	}

	@Test
	void problemsAndUnknownPathsPass() {
		assertThatCode(() -> check("/notes/7", 404)).doesNotThrowAnyException();
		assertThatCode(() -> check("/internal/notes/7", 201)).doesNotThrowAnyException();
	}

	private void check(String path, int status) {
		this.statuses.check("PUT", URI.create("http://127.0.0.1:1" + path), status);
	}

}
