package org.parley.launcher.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JavaApplicationIT {

	@TempDir
	private Path folder;

	@Test
	void trainingOnceGivesEachStartACache() throws Exception {
		var jar = this.folder.resolve("forum-service-0.1.jar");
		FakeService.build(jar);
		var extracted = this.folder.resolve("extracted");
		var application = new JavaApplication(jar, extracted, List.of("-XX:+UseSerialGC"));
		assertThat(application.isPrepared()).isFalse();
		assertThat(application.prepare(Map.of(), this.folder.resolve("training.log"))).isTrue();
		assertThat(application.isPrepared()).isTrue();
		assertThat(application.command()).contains("-XX:AOTCache=" + extracted.resolve("service.aot"));
		assertThat(new JavaApplication(jar, extracted, List.of()).isPrepared()).isFalse();
	}

	/** A cache can also pin what was trained to code that is never optimized. */
	@Test
	void trainedMethodsAreOptimizedWhenTheyAreHot() throws Exception {
		var jar = this.folder.resolve("forum-service-0.1.jar");
		FakeService.build(jar);
		var application = new JavaApplication(jar, this.folder.resolve("extracted"),
				List.of("-XX:+UseSerialGC", "-XX:+PrintCompilation"));
		assertThat(application.prepare(Map.of(), this.folder.resolve("training.log"))).isTrue();
		var command = new ArrayList<>(application.command());
		command.add(1, "-Dbusy=true");
		var compiled = new ProcessBuilder(command).redirectErrorStream(true).start().inputReader().lines().toList();
		assertThat(compiled).filteredOn((line) -> line.contains("FakeService::next"))
			.anyMatch((line) -> line.matches("\\s*\\d+\\s+\\d+[ %sb!n]+4 .*"));
	}

}
