package org.parley.platform.runtime.settings;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.validation.constraints.Min;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.autoconfigure.ConfigurationPropertiesRebinderAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.validation.annotation.Validated;

import static org.assertj.core.api.Assertions.assertThat;

class RefreshTests {

	private static final String LOGGER = "org.parley.books";

	@TempDir
	Path folder;

	private ConfigurableApplicationContext application;

	@BeforeEach
	void start() throws IOException {
		write("books.limit: 5\nshelves: 1\n");
		this.application = new SpringApplicationBuilder(Library.class).web(WebApplicationType.NONE)
			.resourceLoader(new DefaultResourceLoader())
			.run("--spring.config.import=file:" + this.folder.resolve("books.yml"),
					"--management.health.refresh.enabled=false");
	}

	@AfterEach
	void stop() {
		this.application.close();
	}

	@Test
	void changedValueIsUsed() throws IOException {
		write("books.limit: 7\nshelves: 1\n");
		assertThat(refresh()).isEqualTo(new RefreshSettings.Result(List.of("books.limit"), List.of(), List.of()));
		assertThat(limit()).isEqualTo(7);
	}

	@Test
	void otherSettingsWaitForTheNextStart() throws IOException {
		write("books.limit: 5\nshelves: 2\n");
		assertThat(refresh()).isEqualTo(new RefreshSettings.Result(List.of(), List.of("shelves"), List.of()));
	}

	@Test
	void invalidValueIsRefusedAndFormerStays() throws IOException {
		write("books.limit: 0\nshelves: 2\n");
		assertThat(refresh()).satisfies((result) -> {
			assertThat(result.applied()).isEmpty();
			assertThat(result.atNextStart()).containsExactly("shelves");
			assertThat(result.refused()).singleElement().satisfies((refusal) -> {
				assertThat(refusal.prefix()).isEqualTo("books");
				assertThat(refusal.reason()).isEqualTo("limit must be greater than or equal to 1");
			});
		});
		assertThat(limit()).isEqualTo(5);
	}

	@Test
	void valueThatIsNoNumberIsRefused() throws IOException {
		write("books.limit: many\n");
		assertThat(refresh().refused()).singleElement().satisfies((refusal) -> {
			assertThat(refusal.prefix()).isEqualTo("books");
			assertThat(refusal.reason()).contains("many");
		});
		assertThat(limit()).isEqualTo(5);
	}

	@Test
	void correctedValueIsUsed() throws IOException {
		write("books.limit: 0\n");
		refresh();
		write("books.limit: 5\n");
		assertThat(refresh().refused()).isEmpty();
		assertThat(limit()).isEqualTo(5);
	}

	@Test
	void unreadableFileChangesNothing() throws IOException {
		write("books.limit: [7\n");
		assertThat(refresh().refused()).containsExactly(
				new RefreshSettings.Refusal("", "The settings cannot be read; the log of the process says why."));
		assertThat(limit()).isEqualTo(5);
	}

	/** As where services share a process, each with a class loader of its own. */
	@Test
	void sourcesAreReadByTheClassLoaderOfTheApplication() throws IOException {
		stop();
		var factories = Files.createDirectories(this.folder.resolve("META-INF")).resolve("spring.factories");
		Files.writeString(factories, EnvironmentPostProcessor.class.getName() + "=" + Shelves.class.getName());
		var thread = Thread.currentThread();
		var shared = thread.getContextClassLoader();
		try (var own = new URLClassLoader(new URL[] { this.folder.toUri().toURL() }, shared)) {
			thread.setContextClassLoader(own);
			start();
			var counted = this.application.getEnvironment().getProperty("shelves", int.class, 0);
			refresh();
			assertThat(this.application.getEnvironment().getProperty("shelves", int.class)).isEqualTo(counted + 1);
		}
		finally {
			thread.setContextClassLoader(shared);
		}
	}

	@Test
	void logLevelChangesAndReturns() throws IOException {
		assertThat(LoggerFactory.getLogger(LOGGER).isDebugEnabled()).isFalse();
		write("books.limit: 5\nshelves: 1\nlogging.level." + LOGGER + ": debug\n");
		assertThat(refresh().applied()).containsExactly("logging.level." + LOGGER);
		assertThat(LoggerFactory.getLogger(LOGGER).isDebugEnabled()).isTrue();
		write("books.limit: 5\nshelves: 1\nlogging.level." + LOGGER + ": info\n");
		refresh();
		assertThat(LoggerFactory.getLogger(LOGGER).isDebugEnabled()).isFalse();
	}

	@Test
	void refusalIsAProblemWithTheOutcome() throws IOException {
		write("books.limit: 0\n");
		var response = this.application.getBean(SettingsEndpoint.class).refresh();
		assertThat(response.getStatus()).isEqualTo(422);
		assertThat(response.getContentType()).hasToString("application/problem+json");
		assertThat(response.getBody()).isInstanceOfSatisfying(SettingsEndpoint.Problem.class, (problem) -> {
			assertThat(problem.code()).isEqualTo("settings.invalid");
			assertThat(problem.refused()).hasSize(1);
		});
	}

	private RefreshSettings.Result refresh() {
		var body = this.application.getBean(SettingsEndpoint.class).refresh().getBody();
		return (body instanceof SettingsEndpoint.Problem problem)
				? new RefreshSettings.Result(problem.applied(), problem.atNextStart(), problem.refused())
				: (RefreshSettings.Result) Objects.requireNonNull(body);
	}

	private int limit() {
		return ((BookSettings) this.application.getBean(Refreshable.class).get()).limit();
	}

	private void write(String yaml) throws IOException {
		Files.writeString(this.folder.resolve("books.yml"), yaml);
	}

	/** Counts how often the sources were read. */
	public static final class Shelves implements EnvironmentPostProcessor {

		private static final AtomicInteger READ = new AtomicInteger();

		@Override
		public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
			Map<String, Object> shelves = Map.of("shelves", READ.incrementAndGet());
			var sources = environment.getPropertySources();
			sources.remove("shelves");
			sources.addFirst(new MapPropertySource("shelves", shelves));
		}

	}

	@Validated
	@Scope("prototype")
	@ConfigurationProperties("books")
	record BookSettings(@Min(1) int limit) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = ConfigurationPropertiesRebinderAutoConfiguration.class)
	@EnableConfigurationProperties(BookSettings.class)
	static class Library {

		@Bean
		Refreshable<BookSettings> books(ObjectProvider<BookSettings> settings) {
			return new Refreshable<>("books", settings::getObject);
		}

	}

}
