package org.parley.resilience.drill.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.launcher.process.ProcessSpecs;

import static org.assertj.core.api.Assertions.assertThat;

/** A step whose method has another name is never reached, and those after it neither. */
class CrashSiteTests {

	private static final String OURS = "org.parley.";

	@ParameterizedTest
	@MethodSource("ours")
	void methodOfStepExists(CrashSite site) throws IOException {
		var method = method(site);
		var type = method.substring(0, method.lastIndexOf('.'));
		var name = method.substring(type.length() + 1);
		assertThat(source(type)).containsPattern("[\\w>\\]] " + name + "\\(.*\\{");
	}

	@ParameterizedTest
	@MethodSource("processesOfMails")
	void processOfStepsExists(String process) {
		assertThat(ProcessSpecs.SEPARATE_ROLES.named(process)).isNotEmpty();
	}

	static Set<String> processesOfMails() {
		return CrashSite.OF_MAILS.keySet();
	}

	static Stream<CrashSite> ours() {
		var ofMails = CrashSite.OF_MAILS.values().stream().flatMap(List::stream);
		return Stream.of(CrashSite.OF_PUBLISHERS.stream(), CrashSite.OF_LISTENERS.stream(), ofMails)
			.flatMap(Function.identity())
			.filter((site) -> method(site).startsWith(OURS));
	}

	private static String method(CrashSite site) {
		return site.where().substring(site.where().indexOf(':') + 1);
	}

	private static String source(String type) throws IOException {
		var file = Path.of("src", "main", "java").resolve(type.replace('.', '/') + ".java");
		try (var platform = Files.list(Path.of("..", "..", "platform"));
				var services = Files.list(Path.of("..", ".."))) {
			var found = Stream.concat(platform, services)
				.map((module) -> module.resolve(file))
				.filter(Files::exists)
				.findFirst();
			return Files.readString(found.orElseThrow());
		}
	}

}
