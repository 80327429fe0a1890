package org.parley.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PartsTests {

	@Test
	void aServiceIsFoundByItsNameAndItsShortName() {
		assertThat(Parts.APART.named("forum")).isEqualTo(Parts.APART.named("forum-service")).hasSize(1);
		assertThat(Parts.APART.named("gateway")).singleElement().matches(Part::isGateway);
	}

	@Test
	void aServiceMeansAllItsRolesAndARoleMeansOne() {
		assertThat(Parts.APART.named("moderation")).extracting(Part::name)
			.containsExactly("moderation-service-api", "moderation-service-worker");
		assertThat(Parts.APART.named("moderation-worker")).extracting(Part::name)
			.containsExactly("moderation-service-worker");
	}

	@Test
	void anUnknownServiceIsRefusedWithTheNamesThatThereAre() {
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> Parts.APART.named("forums"))
			.withMessageContaining("forums")
			.withMessageContaining("forum-service");
	}

	@Test
	void theGatewayIsStartedLast() {
		assertThat(Parts.APART.all()).last().matches(Part::isGateway);
		assertThat(new Parts(true, 1, true, Set.of()).all()).last().matches(Part::isGateway);
	}

	@Test
	void compactIsOneProcessPerService() {
		assertThat(new Parts(true, 1, true, Set.of()).all()).extracting(Part::name)
			.containsExactlyElementsOf(Part.SERVICES.stream().map(Part::service).toList());
	}

	@Test
	void apartThereAreAsManyOfEachWorkerAsWanted() {
		assertThat(Parts.APART.all()).hasSize(Part.SERVICES.size() + 4);
		assertThat(new Parts(false, 3, true, Set.of()).all()).hasSize(Part.SERVICES.size() + 12)
			.extracting(Part::name)
			.doesNotHaveDuplicates()
			.contains("webhook-service-api", "webhook-service-worker", "webhook-service-worker-3");
	}

	@Test
	void twoProcessesMayAnswerForAService() {
		var twice = new Parts(false, 1, true, Set.of("forum-service", "webhook-service"));
		assertThat(twice.all()).hasSize(Parts.APART.all().size() + 2)
			.extracting(Part::name)
			.contains("forum-service", "forum-service-2", "webhook-service-api", "webhook-service-api-2",
					"webhook-service-worker");
		assertThat(twice.named("forum")).extracting(Part::uriVariable)
			.containsExactly("PARLEY_FORUM_URI", "PARLEY_FORUM_OTHERS");
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> twice.grown(Parts.APART))
			.withMessageContaining("two of forum-service,webhook-service");
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> Parts.APART.grown(twice))
			.withMessageEndingWith("up --twice forum-service,webhook-service");
	}

	@Test
	void secondInstanceOfRealtimeHasItsOwnSockets() {
		var twice = new Parts(false, 1, true, Set.of("realtime-service"));
		assertThat(twice.named("realtime").stream().flatMap(Part::portNames)).containsExactly("realtime-service",
				"realtime-service-sockets", "realtime-service-2", "realtime-service-sockets-2");
	}

	@Test
	void onlyOneOfSomeCanBeThere() {
		assertThat(Part.SERVICES.stream().filter((part) -> !part.canBeTwice())).extracting(Part::service)
			.containsExactlyInAnyOrder("mailbox", "config-server", "gateway");
	}

	@Test
	void mailThatHasAServerNeedsNoMailbox() {
		var without = new Parts(false, 1, false, Set.of());
		assertThat(without.all()).hasSize(Parts.APART.all().size() - 1).noneMatch(Part::isMailbox);
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> without.grown(Parts.APART))
			.withMessageContaining("without a mailbox");
	}

	@Test
	void whileTheyRunWorkersGrowAndNothingElseChanges() {
		var more = new Parts(false, 2, true, Set.of());
		assertThat(Parts.APART.grown(more)).isEqualTo(more);
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> more.grown(Parts.APART))
			.withMessage("Parley runs with roles apart and 2 of each worker. To change that: ./parley down, then up");
		assertThatExceptionOfType(LauncherException.class)
			.isThrownBy(() -> new Parts(true, 1, true, Set.of()).grown(more))
			.withMessage(
					"Parley runs with one process per service. To change that: ./parley down, then up --workers 2");
	}

	@Test
	void whatWasAskedForLastIsRemembered(@TempDir Path root) {
		var checkout = new Checkout(root);
		assertThat(checkout.parts()).isEqualTo(Parts.APART);
		var asked = new Parts(false, 2, true, Set.of("forum-service"));
		checkout.keep(asked);
		assertThat(checkout.parts()).isEqualTo(asked);
	}

	@Test
	void whatWasRememberedBeforeThereWereSecondOnesCounts(@TempDir Path root) throws Exception {
		var checkout = new Checkout(root);
		checkout.keep(Parts.APART);
		Files.writeString(checkout.state().resolve("parts"), "{\"compact\":false,\"workers\":1,\"mailbox\":true}");
		assertThat(checkout.parts()).isEqualTo(Parts.APART);
	}

}
