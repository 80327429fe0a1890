package org.parley.launcher.process;

import java.nio.file.Path;
import java.util.Set;

import org.parley.launcher.checkout.Checkout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProcessSpecsTests {

	@Test
	void serviceIsFoundByNameAndShortName() {
		assertThat(ProcessSpecs.SEPARATE_ROLES.named("forum"))
			.isEqualTo(ProcessSpecs.SEPARATE_ROLES.named("forum-service"))
			.hasSize(1);
		assertThat(ProcessSpecs.SEPARATE_ROLES.named("gateway")).singleElement().matches(ProcessSpec::isGateway);
	}

	@Test
	void serviceNameSelectsAllRolesAndRoleNameOne() {
		assertThat(ProcessSpecs.SEPARATE_ROLES.named("moderation")).extracting(ProcessSpec::name)
			.containsExactly("moderation-service-api", "moderation-service-worker");
		assertThat(ProcessSpecs.SEPARATE_ROLES.named("moderation-worker")).extracting(ProcessSpec::name)
			.containsExactly("moderation-service-worker");
	}

	@Test
	void unknownServiceIsRefusedWithKnownNames() {
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> ProcessSpecs.SEPARATE_ROLES.named("forums"))
			.withMessageContaining("forums")
			.withMessageContaining("forum-service");
	}

	@Test
	void gatewayIsStartedLast() {
		assertThat(ProcessSpecs.SEPARATE_ROLES.all()).last().matches(ProcessSpec::isGateway);
		assertThat(ProcessSpecs.ONE_EACH.all()).last().matches(ProcessSpec::isGateway);
	}

	@Test
	void serviceWithoutWorkersIsOneProcess() {
		assertThat(ProcessSpecs.ONE_EACH.all()).extracting(ProcessSpec::name)
			.containsExactlyElementsOf(ProcessSpec.SERVICES.stream().map(ProcessSpec::service).toList());
	}

	@Test
	void separateRolesHaveRequestedNumberOfWorkers() {
		assertThat(ProcessSpecs.SEPARATE_ROLES.all()).hasSize(ProcessSpec.SERVICES.size() + 7);
		assertThat(new ProcessSpecs(3, true, Set.of()).all()).hasSize(ProcessSpec.SERVICES.size() + 21)
			.extracting(ProcessSpec::name)
			.doesNotHaveDuplicates()
			.contains("webhook-service-api", "webhook-service-worker", "webhook-service-worker-3");
	}

	@Test
	void serviceCanHaveTwoProcesses() {
		var twice = new ProcessSpecs(1, true, Set.of("forum-service", "webhook-service"));
		assertThat(twice.all()).hasSize(ProcessSpecs.SEPARATE_ROLES.all().size() + 2)
			.extracting(ProcessSpec::name)
			.contains("forum-service", "forum-service-2", "webhook-service-api", "webhook-service-api-2",
					"webhook-service-worker");
		assertThat(twice.named("forum")).extracting(ProcessSpec::uriVariable)
			.containsExactly("PARLEY_FORUM_URI", "PARLEY_FORUM_OTHERS");
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> twice.growTo(ProcessSpecs.SEPARATE_ROLES))
			.withMessageContaining("two of forum-service,webhook-service");
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> ProcessSpecs.SEPARATE_ROLES.growTo(twice))
			.withMessageEndingWith("./parley up --workers 1 --twice forum-service,webhook-service");
	}

	@Test
	void secondInstanceOfRealtimeHasItsOwnSockets() {
		var twice = new ProcessSpecs(1, true, Set.of("realtime-service"));
		assertThat(twice.named("realtime").stream().flatMap(ProcessSpec::portNames)).containsExactly("realtime-service",
				"realtime-service-sockets", "realtime-service-2", "realtime-service-sockets-2");
	}

	@Test
	void someServicesSupportOneProcessOnly() {
		assertThat(ProcessSpec.SERVICES.stream().filter((part) -> !part.supportsSecond()))
			.extracting(ProcessSpec::service)
			.containsExactlyInAnyOrder("mailbox", "object-storage", "config-server", "web", "gateway");
	}

	@Test
	void configuredSmtpServerReplacesMailbox() {
		var without = new ProcessSpecs(1, false, Set.of());
		assertThat(without.all()).hasSize(ProcessSpecs.SEPARATE_ROLES.all().size() - 1)
			.noneMatch(ProcessSpec::isMailbox);
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> without.growTo(ProcessSpecs.SEPARATE_ROLES))
			.withMessageContaining("without a mailbox");
	}

	@Test
	void runningProcessesCanOnlyAddWorkers() {
		var more = new ProcessSpecs(2, true, Set.of());
		assertThat(ProcessSpecs.SEPARATE_ROLES.growTo(more)).isEqualTo(more);
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> more.growTo(ProcessSpecs.SEPARATE_ROLES))
			.withMessage("Parley runs with separate roles and 2 of each worker. "
					+ "To change this, run ./parley down and then ./parley up --workers 1");
		assertThatExceptionOfType(LauncherException.class).isThrownBy(() -> ProcessSpecs.ONE_EACH.growTo(more))
			.withMessage("Parley runs with one process per service. "
					+ "To change this, run ./parley down and then ./parley up --workers 2");
	}

	@Test
	void chosenServiceRunsWithWhatItNeedsAndGateway() {
		assertThat(only("forum-service").all()).extracting(ProcessSpec::name)
			.containsExactly("auth-service", "forum-service", "gateway");
		assertThat(only("media-service").all()).extracting(ProcessSpec::name)
			.containsExactly("object-storage", "auth-service", "media-service-api", "media-service-worker", "gateway");
		assertThat(only("gateway").all()).extracting(ProcessSpec::name).containsExactly("auth-service", "gateway");
	}

	@Test
	void servicesShareOneProcessBesideTheWebClient() {
		var together = ProcessSpecs.TOGETHER;
		assertThat(together.all().stream().filter((part) -> !together.isHosted(part))).singleElement()
			.matches(ProcessSpec::isWeb);
		assertThat(together.all()).extracting(ProcessSpec::name)
			.doesNotContain("config-server")
			.endsWith("gateway")
			.hasSize(ProcessSpec.SERVICES.size() - 1);
		assertThat(ProcessSpecs.ONE_EACH.all()).noneMatch(ProcessSpecs.ONE_EACH::isHosted);
	}

	@Test
	void runningServicesAreNotTakenApart() {
		assertThatExceptionOfType(LauncherException.class)
			.isThrownBy(() -> ProcessSpecs.TOGETHER.growTo(ProcessSpecs.ONE_EACH))
			.withMessage("Parley runs with all services in one process. "
					+ "To change this, run ./parley down and then ./parley up --apart");
		assertThatExceptionOfType(LauncherException.class)
			.isThrownBy(() -> ProcessSpecs.ONE_EACH.growTo(ProcessSpecs.TOGETHER))
			.withMessageEndingWith("./parley down and then ./parley up");
	}

	@Test
	void runningPartIsNotChanged() {
		assertThatExceptionOfType(LauncherException.class)
			.isThrownBy(() -> ProcessSpecs.SEPARATE_ROLES.growTo(only("forum-service")))
			.withMessageEndingWith("./parley up --workers 1 --only forum-service");
		assertThatExceptionOfType(LauncherException.class)
			.isThrownBy(() -> only("forum-service").growTo(ProcessSpecs.SEPARATE_ROLES))
			.withMessageContaining("only forum-service.");
	}

	private static ProcessSpecs only(String service) {
		return new ProcessSpecs(false, 1, true, Set.of(), Set.of(service));
	}

	@Test
	void configuredProcessesAreStored(@TempDir Path root) {
		var checkout = new Checkout(root);
		assertThat(checkout.processes()).isEqualTo(ProcessSpecs.TOGETHER);
		var asked = new ProcessSpecs(false, 2, true, Set.of("forum-service"), Set.of("forum-service"));
		checkout.saveProcesses(asked);
		assertThat(checkout.processes()).isEqualTo(asked);
	}

}
