package org.parley.launcher.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.parley.launcher.checkout.Checkout;
import org.parley.launcher.checkout.LauncherException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProcessSpecsTests {

	@Test
	void aServiceIsFoundByItsNameAndItsShortName() {
		assertThat(ProcessSpecs.APART.named("forum")).isEqualTo(ProcessSpecs.APART.named("forum-service")).hasSize(1);
		assertThat(ProcessSpecs.APART.named("gateway")).singleElement().matches(ProcessSpec::isGateway);
	}

	@Test
	void aServiceMeansAllItsRolesAndARoleMeansOne() {
		assertThat(ProcessSpecs.APART.named("moderation")).extracting(ProcessSpec::name)
			.containsExactly("moderation-service-api", "moderation-service-worker");
		assertThat(ProcessSpecs.APART.named("moderation-worker")).extracting(ProcessSpec::name)
			.containsExactly("moderation-service-worker");
	}

	@Test
	void anUnknownServiceIsRefusedWithTheNamesThatThereAre() {
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> ProcessSpecs.APART.named("forums"))
			.withMessageContaining("forums")
			.withMessageContaining("forum-service");
	}

	@Test
	void theGatewayIsStartedLast() {
		assertThat(ProcessSpecs.APART.all()).last().matches(ProcessSpec::isGateway);
		assertThat(new ProcessSpecs(true, 1, true, Set.of()).all()).last().matches(ProcessSpec::isGateway);
	}

	@Test
	void compactIsOneProcessPerService() {
		assertThat(new ProcessSpecs(true, 1, true, Set.of()).all()).extracting(ProcessSpec::name)
			.containsExactlyElementsOf(ProcessSpec.SERVICES.stream().map(ProcessSpec::service).toList());
	}

	@Test
	void apartThereAreAsManyOfEachWorkerAsWanted() {
		assertThat(ProcessSpecs.APART.all()).hasSize(ProcessSpec.SERVICES.size() + 4);
		assertThat(new ProcessSpecs(false, 3, true, Set.of()).all()).hasSize(ProcessSpec.SERVICES.size() + 12)
			.extracting(ProcessSpec::name)
			.doesNotHaveDuplicates()
			.contains("webhook-service-api", "webhook-service-worker", "webhook-service-worker-3");
	}

	@Test
	void twoProcessesMayAnswerForAService() {
		var twice = new ProcessSpecs(false, 1, true, Set.of("forum-service", "webhook-service"));
		assertThat(twice.all()).hasSize(ProcessSpecs.APART.all().size() + 2)
			.extracting(ProcessSpec::name)
			.contains("forum-service", "forum-service-2", "webhook-service-api", "webhook-service-api-2",
					"webhook-service-worker");
		assertThat(twice.named("forum")).extracting(ProcessSpec::uriVariable)
			.containsExactly("PARLEY_FORUM_URI", "PARLEY_FORUM_OTHERS");
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> twice.grown(ProcessSpecs.APART))
			.withMessageContaining("two of forum-service,webhook-service");
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> ProcessSpecs.APART.grown(twice))
			.withMessageEndingWith("up --twice forum-service,webhook-service");
	}

	@Test
	void secondInstanceOfRealtimeHasItsOwnSockets() {
		var twice = new ProcessSpecs(false, 1, true, Set.of("realtime-service"));
		assertThat(twice.named("realtime").stream().flatMap(ProcessSpec::portNames)).containsExactly("realtime-service",
				"realtime-service-sockets", "realtime-service-2", "realtime-service-sockets-2");
	}

	@Test
	void onlyOneOfSomeCanBeThere() {
		assertThat(ProcessSpec.SERVICES.stream().filter((part) -> !part.canBeTwice())).extracting(ProcessSpec::service)
			.containsExactlyInAnyOrder("mailbox", "config-server", "gateway");
	}

	@Test
	void mailThatHasAServerNeedsNoMailbox() {
		var without = new ProcessSpecs(false, 1, false, Set.of());
		assertThat(without.all()).hasSize(ProcessSpecs.APART.all().size() - 1).noneMatch(ProcessSpec::isMailbox);
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> without.grown(ProcessSpecs.APART))
			.withMessageContaining("without a mailbox");
	}

	@Test
	void whileTheyRunWorkersGrowAndNothingElseChanges() {
		var more = new ProcessSpecs(false, 2, true, Set.of());
		assertThat(ProcessSpecs.APART.grown(more)).isEqualTo(more);
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> more.grown(ProcessSpecs.APART))
			.withMessage("Parley runs with roles apart and 2 of each worker. To change that: ./parley down, then up");
		assertThatExceptionOfType(LauncherException.class)
			.isThrownBy(() -> new ProcessSpecs(true, 1, true, Set.of()).grown(more))
			.withMessage(
					"Parley runs with one process per service. To change that: ./parley down, then up --workers 2");
	}

	@Test
	void whatWasAskedForLastIsRemembered(@TempDir Path root) {
		var checkout = new Checkout(root);
		assertThat(checkout.parts()).isEqualTo(ProcessSpecs.APART);
		var asked = new ProcessSpecs(false, 2, true, Set.of("forum-service"));
		checkout.keep(asked);
		assertThat(checkout.parts()).isEqualTo(asked);
	}

	@Test
	void whatWasRememberedBeforeThereWereSecondOnesCounts(@TempDir Path root) throws Exception {
		var checkout = new Checkout(root);
		checkout.keep(ProcessSpecs.APART);
		Files.writeString(checkout.state().resolve("parts"), "{\"compact\":false,\"workers\":1,\"mailbox\":true}");
		assertThat(checkout.parts()).isEqualTo(ProcessSpecs.APART);
	}

}
