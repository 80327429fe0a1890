package org.parley.launcher.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.parley.launcher.checkout.Checkout;

import static org.assertj.core.api.Assertions.assertThat;

class ApplicationCatalogueTests {

	@Test
	void everyServiceOfTheTreeIsCatalogued() throws IOException {
		try (var folders = Files.list(Path.of("..", ".."))) {
			var services = folders.map((folder) -> folder.getFileName().toString())
				.filter((name) -> name.endsWith("-service"))
				.toList();
			assertThat(services).contains("auth-service");
			assertThat(ApplicationCatalogue.ALL).extracting(CataloguedApplication::name).containsAll(services);
		}
	}

	@Test
	void everyApplicationIsAModuleAndNeedsKnownOnes() {
		var checkout = new Checkout(Path.of("..", ".."));
		var names = ApplicationCatalogue.ALL.stream().map(CataloguedApplication::name).toList();
		assertThat(names).doesNotHaveDuplicates()
			.allSatisfy((name) -> assertThat(checkout.folder(name).resolve("pom.xml")).exists());
		assertThat(ApplicationCatalogue.ALL)
			.allSatisfy((application) -> assertThat(names).containsAll(application.needs()));
	}

	@Test
	void neededApplicationsIncludeThoseThatTheyNeed() {
		assertThat(ApplicationCatalogue.closure(Set.of("web"))).containsExactlyInAnyOrder("web", "forum-service",
				"auth-service");
		assertThat(ApplicationCatalogue.closure(Set.of("config-server"))).containsExactly("config-server");
	}

	@Test
	void idleServicesRunWithoutOptimizingCompiler() {
		assertThat(flags("config-server")).contains("-Xmx256m", "-Xmn16m", "-XX:TieredStopAtLevel=1");
		assertThat(flags("summary-service")).contains("-Xmx256m", "-Xmn16m").doesNotContain("-XX:TieredStopAtLevel=1");
		assertThat(flags("forum-service")).contains("-Xmx256m").doesNotContain("-Xmn16m", "-XX:TieredStopAtLevel=1");
		assertThat(flags("gateway")).endsWith("-Dio.netty.allocator.type=pooled");
		assertThat(flags("web")).isEmpty();
	}

	/** A diagnostic option is unknown before all of them are unlocked. */
	@Test
	void everyJvmHasSmallHeadersAndDeflatesMonitorsRarely() {
		assertThat(CataloguedApplication.Jvm.values())
			.allSatisfy((jvm) -> assertThat(jvm.flags()).contains("-XX:+UseCompactObjectHeaders")
				.containsSubsequence("-XX:+UnlockDiagnosticVMOptions", "-XX:AsyncDeflationInterval=2000"));
	}

	private static Iterable<String> flags(String name) {
		return ApplicationCatalogue.ALL.stream()
			.filter((application) -> application.name().equals(name))
			.findFirst()
			.orElseThrow()
			.flags();
	}

}
