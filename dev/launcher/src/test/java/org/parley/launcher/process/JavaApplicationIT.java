package org.parley.launcher.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class JavaApplicationIT {

	@TempDir
	private Path folder;

	@Test
	void firstRunOfEachProcessRecordsTheCacheOfItsNextOnes() throws Exception {
		var jar = FakeService.build(this.folder.resolve("forum-service-0.1.jar"));
		var api = application(jar, "forum-service-api");
		assertThat(api.isPrepared()).isFalse();
		api.prepare();
		assertThat(api.isPrepared()).isTrue();
		var cache = extracted().resolve("forum-service-api.aot");
		assertThat(api.command()).contains("-XX:AOTCacheOutput=" + cache);
		run(api, 1);
		assertThat(api.command()).contains("-XX:AOTCache=" + cache);
		var worker = application(jar, "forum-service-worker");
		assertThat(worker.isPrepared()).isTrue();
		assertThat(worker.command()).contains("-XX:AOTCacheOutput=" + extracted().resolve("forum-service-worker.aot"));
	}

	@Test
	void otherFlagsNeedOtherCaches() throws Exception {
		var jar = FakeService.build(this.folder.resolve("forum-service-0.1.jar"));
		application(jar, "forum-service").prepare();
		assertThat(new JavaApplication(jar, extracted(), "forum-service", List.of()).isPrepared()).isFalse();
	}

	/** A cache can also pin what was recorded to code that is never optimized. */
	@Test
	void recordedMethodsAreOptimizedWhenTheyAreHot() throws Exception {
		var jar = FakeService.build(this.folder.resolve("forum-service-0.1.jar"));
		var application = application(jar, "forum-service", "-XX:+PrintCompilation");
		application.prepare();
		run(application, 3_000);
		assertThat(run(application, 3_000_000)).filteredOn((line) -> line.contains("FakeService::next"))
			.anyMatch((line) -> line.matches("\\s*\\d+\\s+\\d+[ %sb!n]+4 .*"));
	}

	private JavaApplication application(Path jar, String process, String... flags) {
		var all = new ArrayList<>(List.of("-XX:+UseSerialGC"));
		all.addAll(List.of(flags));
		return new JavaApplication(jar, extracted(), process, all);
	}

	private Path extracted() {
		return this.folder.resolve("extracted");
	}

	private static List<String> run(JavaApplication application, int calls) throws IOException {
		var command = new ArrayList<>(application.command());
		command.add(1, "-Dcalls=" + calls);
		return new ProcessBuilder(command).redirectErrorStream(true).start().inputReader().lines().toList();
	}

}
