package org.parley.platform.jobs;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.jobs.JobRegistry.JobNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobRegistryTests {

	@Test
	void jobIsFoundByName() {
		var jobs = new JobRegistry(List.of(job("water", "0 0 * * * *"), job("harvest", "0 0 2 * * *")));
		assertThat(jobs.names()).containsExactly("harvest", "water");
		assertThat(jobs.get("water").job().schedule()).isEqualTo("0 0 * * * *");
		assertThatThrownBy(() -> jobs.get("dig")).isInstanceOf(JobNotFoundException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Water", "water plants", "1water", "../water" })
	void invalidNameIsRefused(String name) {
		assertThatThrownBy(() -> new JobRegistry(List.of(job(name, "0 0 * * * *"))))
			.isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("'" + name + "'");
	}

	@Test
	void duplicateNameIsRefused() {
		var twice = List.of(job("water", "0 0 * * * *"), job("water", "0 0 2 * * *"));
		assertThatThrownBy(() -> new JobRegistry(twice)).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining("Two jobs");
	}

	private static Job job(String name, String schedule) {
		return new Job() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public String schedule() {
				return schedule;
			}

			@Override
			public String run() {
				return "Nothing to do.";
			}

		};
	}

}
